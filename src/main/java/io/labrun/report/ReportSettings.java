package io.labrun.report;

import io.labrun.source.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a run is shown.
 *
 * @param theme signs, colours, width
 * @param language of the scenario's own texts: a code such as {@code en}
 * @param detail how much
 * @param stands whether what is made stays, so that a reader can look at it afterwards
 * @param host the engine that the user named, for commands that are shown
 * @param values {@code name=value} that the user gave, for commands that are shown
 */
public record ReportSettings(
    Theme theme,
    String language,
    Detail detail,
    boolean stands,
    Optional<String> host,
    List<String> values) {

  /** Everyday detail in English for a run that is removed afterwards. */
  public static ReportSettings usual(Theme theme) {
    return new ReportSettings(theme, "en", Detail.USUAL, false, Optional.empty(), List.of());
  }

  /** The same with another detail. */
  public ReportSettings with(Detail other) {
    return new ReportSettings(theme, language, other, stands, host, values);
  }

  /** The same with the scenarios' own texts in another language. */
  public ReportSettings in(String other) {
    return new ReportSettings(theme, other, detail, stands, host, values);
  }

  /** The same in another width. */
  ReportSettings wide(int columns) {
    return new ReportSettings(theme.wide(columns), language, detail, stands, host, values);
  }

  /** The same on another engine, as the user names it. */
  ReportSettings on(String engine) {
    return new ReportSettings(theme, language, detail, stands, Optional.of(engine), values);
  }

  /** The same for a run that stays, or does not. */
  public ReportSettings standing(boolean stays) {
    return new ReportSettings(theme, language, detail, stays, host, values);
  }

  /** A command of docker for the engine of the run, ready to be typed. */
  String docker(String... rest) {
    List<String> words = new ArrayList<>(List.of("docker"));
    host.ifPresent(url -> words.addAll(List.of("-H", url)));
    words.addAll(List.of(rest));
    return ShellQuote.words(words);
  }

  /** A command of ours for the engine of the run, ready to be typed. */
  String labrun(String... rest) {
    List<String> words = new ArrayList<>(List.of("labrun"));
    words.addAll(List.of(rest));
    host.ifPresent(url -> words.addAll(List.of("--host", url)));
    return ShellQuote.words(words);
  }

  /** The words that give a scenario the values that the user gave. */
  List<String> valueWords() {
    List<String> words = new ArrayList<>();
    values.forEach(value -> words.addAll(List.of("--set", value)));
    return words;
  }
}
