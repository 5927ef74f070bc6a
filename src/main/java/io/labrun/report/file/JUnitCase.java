package io.labrun.report.file;

import io.labrun.source.Span;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A case of a JUnit report.
 *
 * @param className groups it with others
 * @param name unique in its class
 * @param time of all its attempts
 * @param place where it stands
 * @param ends how it ended: none if it passed; the first decides, further ones are of other runs
 */
record JUnitCase(
    String className, String name, Duration time, Optional<Span> place, List<End> ends) {
  static final String FAILURE = "failure";
  static final String ERROR = "error";
  static final String SKIPPED = "skipped";

  /**
   * An end other than that it passed.
   *
   * @param element the element that says so
   * @param type a status in one word; {@code skipped} elements have none
   * @param message in one line
   * @param lines all that is known
   */
  record End(String element, String type, String message, List<String> lines) {}

  /** How many cases have such an element. */
  static long count(List<JUnitCase> cases, String element) {
    return cases.stream()
        .filter(one -> one.ends().stream().anyMatch(end -> end.element().equals(element)))
        .count();
  }

  /** Writes it. */
  void write(XmlWriter xml) {
    xml.element(
        "testcase",
        () -> {
          xml.attribute("name", name);
          xml.attribute("classname", className);
          xml.attribute("time", Quantity.seconds(time));
          place.ifPresent(span -> xml.attribute("file", span.source().name()));
          place.ifPresent(span -> xml.attribute("line", "" + span.line()));
          ends.forEach(end -> write(end, xml));
        });
  }

  private static void write(End end, XmlWriter xml) {
    Runnable attributes =
        () -> {
          xml.attribute("message", end.message());
          xml.attribute("type", end.type());
        };
    if (end.lines().isEmpty()) {
      xml.element(end.element(), attributes);
    } else if (end.element().startsWith("rerun") || end.element().startsWith("flaky")) {
      xml.element(
          end.element(),
          () -> {
            attributes.run();
            xml.text("stackTrace", () -> {}, end.lines());
          });
    } else {
      xml.text(end.element(), attributes, end.lines());
    }
  }
}
