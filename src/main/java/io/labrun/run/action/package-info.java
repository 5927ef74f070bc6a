/** The actions: one class each. */
package io.labrun.run.action;
