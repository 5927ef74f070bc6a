/** Runs many scenarios: which at once, which never beside which, again and again if need be. */
package io.labrun.batch;
