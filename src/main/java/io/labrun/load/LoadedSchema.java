package io.labrun.load;

import io.labrun.load.schema.SchemaCheck;
import io.labrun.load.schema.SchemaDocument;
import io.labrun.load.schema.SchemaWalk;
import java.util.Set;

/**
 * The schema with all that asks it. It is the same for every file and never changes, so a process
 * reads it once: whoever comes first reads, the others wait.
 */
record LoadedSchema(
    SchemaDocument document, SchemaCheck check, SchemaWalk walk, Set<String> checks) {

  private static final class Once {
    private static final LoadedSchema SCHEMA = read();
  }

  static LoadedSchema get() {
    return Once.SCHEMA;
  }

  private static LoadedSchema read() {
    SchemaDocument document = SchemaDocument.load();
    return new LoadedSchema(
        document,
        new SchemaCheck(document),
        new SchemaWalk(document),
        Set.copyOf(document.checks()));
  }
}
