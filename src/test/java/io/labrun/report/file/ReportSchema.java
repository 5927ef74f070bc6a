package io.labrun.report.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** The published schema of the JSON report. */
public final class ReportSchema {
  static final JsonNode ROOT = read();
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Schema SCHEMA = REGISTRY.getSchema(ROOT);

  private ReportSchema() {}

  private static JsonNode read() {
    try {
      return new ObjectMapper().readTree(Path.of("schema/report.schema.json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What in a report is not as the schema says; empty if all is. */
  public static List<String> mistakes(String report) {
    return SCHEMA.validate(report, InputFormat.JSON).stream().map(Object::toString).toList();
  }
}
