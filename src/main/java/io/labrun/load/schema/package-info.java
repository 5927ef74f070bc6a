/**
 * The schema's part of loading: which keys there are, of which types, and what to say otherwise.
 */
package io.labrun.load.schema;
