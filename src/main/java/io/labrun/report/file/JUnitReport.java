package io.labrun.report.file;

import io.labrun.event.BatchResult;
import io.labrun.event.FileResult;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * JUnit XML as Jenkins' {@code junit-10.xsd} has it, which Surefire, GitLab and the viewers on
 * GitHub read too: a suite for each file, a case for each assertion.
 *
 * <p>What is wrong with a file as a whole is a case of its own and comes first: of two cases of one
 * name GitLab shows only the first. {@code file} and {@code line} of a case are not in that schema;
 * GitLab reads the one, viewers on GitHub read both.
 */
final class JUnitReport implements FileReport {
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

  private final ReportHead head;

  JUnitReport(ReportHead head) {
    this.head = head;
  }

  @Override
  public void write(BatchResult batch, Writer out) throws IOException {
    Set<String> classes = new HashSet<>();
    JUnitCases cases = new JUnitCases(head);
    List<JUnitSuite> suites =
        batch.files().stream().map(file -> cases.suite(file, className(file, classes))).toList();
    List<JUnitSuite> all = new ArrayList<>(cases.batch(batch));
    all.addAll(suites);
    Sink.to(out, sink -> write(batch, all, new XmlWriter(sink)));
  }

  private void write(BatchResult batch, List<JUnitSuite> all, XmlWriter xml) {
    xml.element(
        "testsuites",
        () -> {
          xml.attribute("name", "labrun " + head.version());
          counts(all, batch.time(), xml);
          all.forEach(suite -> suite(suite, batch, xml));
        });
  }

  private static void counts(List<JUnitSuite> suites, Duration time, XmlWriter xml) {
    List<JUnitCase> cases = suites.stream().flatMap(suite -> suite.cases().stream()).toList();
    xml.attribute("tests", "" + cases.size());
    xml.attribute("failures", "" + JUnitCase.count(cases, JUnitCase.FAILURE));
    xml.attribute("errors", "" + JUnitCase.count(cases, JUnitCase.ERROR));
    xml.attribute("time", Quantity.seconds(time));
  }

  private static void suite(JUnitSuite suite, BatchResult batch, XmlWriter xml) {
    xml.element(
        "testsuite",
        () -> {
          xml.attribute("name", suite.name());
          counts(List.of(suite), suite.time(), xml);
          xml.attribute("skipped", "" + JUnitCase.count(suite.cases(), JUnitCase.SKIPPED));
          xml.attribute("timestamp", TIMESTAMP.format(batch.started().plus(suite.start())));
          if (!suite.properties().isEmpty()) {
            xml.element(
                "properties", () -> suite.properties().forEach((k, v) -> property(k, v, xml)));
          }
          suite.cases().forEach(one -> one.write(xml));
        });
  }

  private static void property(String name, String value, XmlWriter xml) {
    xml.element(
        "property",
        () -> {
          xml.attribute("name", name);
          xml.attribute("value", value);
        });
  }

  /** As viewers take it apart at its dots: the folders, then the file without its ending. */
  private static String className(FileResult file, Set<String> taken) {
    String name =
        file.file().replaceFirst("\\.ya?ml$", "").replaceFirst("^(\\.?/)+", "").replace('/', '.');
    String unique = name;
    for (int i = 2; !taken.add(unique); i++) {
      unique = name + " (" + i + ")";
    }
    return unique;
  }
}
