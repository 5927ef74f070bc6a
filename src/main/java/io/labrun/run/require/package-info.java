/** Finds out whether the engine and its machine offer what a scenario requires, by trying. */
package io.labrun.run.require;
