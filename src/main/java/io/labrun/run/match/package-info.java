/** Compares what was found with what the author expects. */
package io.labrun.run.match;
