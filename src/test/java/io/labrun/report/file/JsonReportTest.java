package io.labrun.report.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.labrun.report.Golden;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The JSON report is as its schema says, and says all that is known. */
final class JsonReportTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Test
  void a_batch_with_all_kinds_of_results() {
    String report = Written.as(ReportKind.JSON, Rich.batch());
    assertEquals(List.of(), ReportSchema.mistakes(report));
    Golden.check("report/file/rich.json", report);
  }

  @Test
  void a_batch_that_was_stopped_and_one_without_files() {
    for (var batch : List.of(Rich.stopped(), Rich.empty())) {
      String report = Written.as(ReportKind.JSON, batch);
      assertEquals(List.of(), ReportSchema.mistakes(report));
      assertTrue(report.contains("\"stopped\": \"" + batch.stopped().orElseThrow()), report);
    }
  }

  @Test
  void the_schema_is_a_schema() {
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    var meta = registry.getSchema(SchemaLocation.of(ReportSchema.ROOT.get("$schema").textValue()));
    assertEquals(List.of(), meta.validate(ReportSchema.ROOT.toString(), InputFormat.JSON));
  }

  @Test
  void the_schema_lets_no_other_key_through_and_misses_none_that_is_always_there()
      throws Exception {
    ObjectNode report = (ObjectNode) MAPPER.readTree(Written.as(ReportKind.JSON, Rich.batch()));
    ObjectNode run = (ObjectNode) report.at("/files/1/runs/0");
    run.put("colour", "red");
    assertEquals(1, ReportSchema.mistakes(report.toString()).size());
    run.remove("colour");
    run.remove("time");
    assertEquals(1, ReportSchema.mistakes(report.toString()).size());
  }

  @Test
  void each_key_of_the_schema_is_written_somewhere() throws Exception {
    Set<String> declared = new TreeSet<>();
    declared(ReportSchema.ROOT, declared);
    Set<String> written = new TreeSet<>();
    written(MAPPER.readTree(Written.as(ReportKind.JSON, Rich.batch())), written);
    ReportHead told = Rich.HEAD.given(List.of("--set", "page=mine"));
    written(MAPPER.readTree(Written.as(ReportKind.JSON, Rich.stopped(), told)), written);
    assertEquals(declared, written);
  }

  private static void declared(JsonNode schema, Set<String> out) {
    for (Map.Entry<String, JsonNode> entry : schema.properties()) {
      if (entry.getKey().equals("properties")) {
        entry.getValue().fieldNames().forEachRemaining(out::add);
        entry.getValue().forEach(child -> declared(child, out));
      } else {
        declared(entry.getValue(), out);
      }
    }
  }

  private static void written(JsonNode node, Set<String> out) {
    node.fieldNames().forEachRemaining(out::add);
    node.forEach(child -> written(child, out));
  }

  @Test
  void texts_are_in_the_readers_language() {
    String report = Written.as(ReportKind.JSON, Rich.batch(), new ReportHead("1.2.3", "ru"));
    assertTrue(report.contains("Какой файл отдаёт httpd?"), "hints");
    assertTrue(report.contains("Магазин, его страница и касса"), "titles");
  }
}
