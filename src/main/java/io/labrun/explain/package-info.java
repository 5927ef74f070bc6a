/** The words of the language explained, from the schema and the code. */
package io.labrun.explain;
