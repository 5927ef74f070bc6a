/**
 * From a file to a checked scenario, or to all that is wrong with it.
 *
 * <p>The way of the data: {@code ScenarioFile} (bytes to text) → {@code yaml} (text to positioned
 * nodes) → {@code vars} (variables filled in, live values marked) → {@code schema} (keys, types,
 * closed sets) → {@code rule} (what goes beyond a schema) → {@code ScenarioReader} (records).
 */
package io.labrun.load;
