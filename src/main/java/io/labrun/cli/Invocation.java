package io.labrun.cli;

import io.labrun.report.Detail;
import io.labrun.report.ReportSettings;
import io.labrun.source.Theme;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the options of one command say, together.
 *
 * @param console the world
 * @param output how to show
 * @param host the engine that the user named
 * @param values what scenarios are told
 * @param language of the scenarios' own texts; empty for the locale's
 */
record Invocation(
    Console console,
    OutputOptions output,
    Optional<String> host,
    Map<String, String> values,
    Optional<String> language) {

  /** With the locale's language. */
  Invocation(
      Console console, OutputOptions output, Optional<String> host, Map<String, String> values) {
    this(console, output, host, values, Optional.empty());
  }

  /** The same with the language that the user asked for, if they did. */
  Invocation in(Optional<String> wanted) {
    return new Invocation(console, output, host, values, wanted);
  }

  /** How to show a run on standard output. */
  ReportSettings reportSettings() {
    return settings(output.theme(console));
  }

  /** How to show something on standard error. */
  ReportSettings errorSettings() {
    return settings(output.errorTheme(console));
  }

  private ReportSettings settings(Theme theme) {
    Detail detail = output.quiet ? Detail.QUIET : output.verbose ? Detail.VERBOSE : Detail.USUAL;
    List<String> given =
        values.entrySet().stream().map(value -> value.getKey() + "=" + value.getValue()).toList();
    String shown = language.orElseGet(() -> Terminal.language(console.env()));
    return new ReportSettings(theme, shown, detail, false, host, given);
  }

  /** Shows lines on standard output. */
  void print(List<String> lines) {
    lines.forEach(console.out()::println);
  }
}
