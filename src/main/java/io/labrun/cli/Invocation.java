package io.labrun.cli;

import io.labrun.report.Detail;
import io.labrun.report.EngineWay;
import io.labrun.report.Pen;
import io.labrun.report.ReportSettings;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.Passwords;
import io.labrun.source.Theme;
import io.labrun.source.Tone;
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

  /** The same with other values. */
  Invocation with(Map<String, String> other) {
    return new Invocation(console, output, host, other, language);
  }

  /** Connects to the engine that is meant. */
  Engine connect() {
    return Engines.now(console, host);
  }

  /** Whether only what went wrong is wanted. */
  boolean isQuiet() {
    return output.quiet;
  }

  /** How to show a run on standard output. */
  ReportSettings reportSettings() {
    return settings(output.theme(console));
  }

  /** How to show something on standard error. */
  ReportSettings errorSettings() {
    return settings(output.errorTheme(console));
  }

  /** How much is shown. */
  Detail detail() {
    return isQuiet() ? Detail.QUIET : output.verbose ? Detail.VERBOSE : Detail.USUAL;
  }

  private ReportSettings settings(Theme theme) {
    return ReportSettings.usual(theme)
        .in(language.orElseGet(() -> Terminal.language(console.env())))
        .with(detail())
        .on(host.map(Passwords::without).map(EngineWay::host).orElse(EngineWay.USUAL))
        .given(ScenarioOptions.words(values));
  }

  /** Says on standard error what is no failure, such as what was passed over; the lines unsafe. */
  void tell(List<String> lines) {
    if (!isQuiet()) {
      tellAlways(lines);
    }
  }

  /** Says the same to those too who want to hear only what went wrong. */
  void tellAlways(List<String> lines) {
    Pen pen = new Pen(output.errorTheme(console));
    lines.stream()
        .flatMap(line -> pen.beside("", Tone.MUTED, pen.safe(line)).stream())
        .map(line -> pen.paint(Tone.MUTED, line))
        .forEach(console.err()::println);
  }

  /** Shows lines on standard output. */
  void print(List<String> lines) {
    lines.forEach(console.out()::println);
  }
}
