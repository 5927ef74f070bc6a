/**
 * Typed views of what a scenario says about a resource.
 *
 * <p>A view is read from {@link io.labrun.scenario.Data} with a {@link
 * io.labrun.scenario.TextResolver}: with live values as written, to look at a scenario; with live
 * values looked up, to run it. The data has passed the schema, or the parts that had not are gone.
 */
package io.labrun.scenario.spec;
