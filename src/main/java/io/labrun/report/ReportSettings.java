package io.labrun.report;

import io.labrun.source.Theme;
import java.util.ArrayList;
import java.util.List;

/**
 * How a run is shown.
 *
 * @param theme signs, colours, width
 * @param language of the scenario's own texts: a code such as {@code en}
 * @param detail how much
 * @param stands whether what is made stays, so that a reader can look at it afterwards
 * @param repeatable whether a reader can make the run again by its file: not that of a submission
 * @param engine how commands that are shown get to the engine of the run
 * @param given options with which the user told scenarios something, as words, for commands that
 *     are shown
 * @param folder in which the names of files hold; empty where the reader stands in it
 */
public record ReportSettings(
    Theme theme,
    String language,
    Detail detail,
    boolean stands,
    boolean repeatable,
    EngineWay engine,
    List<String> given,
    String folder) {

  /** Everyday detail in English for a run on the usual engine that is removed afterwards. */
  public static ReportSettings usual(Theme theme) {
    return new ReportSettings(
        theme, "en", Detail.USUAL, false, true, EngineWay.USUAL, List.of(), "");
  }

  /** The same with another detail. */
  public ReportSettings with(Detail other) {
    return new ReportSettings(theme, language, other, stands, repeatable, engine, given, folder);
  }

  /** The same with the scenarios' own texts in another language. */
  public ReportSettings in(String other) {
    return new ReportSettings(theme, other, detail, stands, repeatable, engine, given, folder);
  }

  /** The same in another width. */
  ReportSettings wide(int columns) {
    return new ReportSettings(
        theme.wide(columns), language, detail, stands, repeatable, engine, given, folder);
  }

  /** The same for a run that stays, or does not. */
  public ReportSettings standing(boolean stays) {
    return new ReportSettings(theme, language, detail, stays, repeatable, engine, given, folder);
  }

  /** The same for a run that can be made again by its file, or can't. */
  public ReportSettings repeatable(boolean again) {
    return new ReportSettings(theme, language, detail, stands, again, engine, given, folder);
  }

  /** The same for a run on another engine. */
  public ReportSettings on(EngineWay other) {
    return new ReportSettings(theme, language, detail, stands, repeatable, other, given, folder);
  }

  /** The same with other options that the user gave, as words: {@code --set}, {@code a=b}. */
  public ReportSettings given(List<String> words) {
    return new ReportSettings(
        theme, language, detail, stands, repeatable, engine, List.copyOf(words), folder);
  }

  /** A command of ours that names a file, ready to be typed wherever the reader stands. */
  String labrunOn(String file, String... words) {
    boolean anywhere = folder.isEmpty() || file.startsWith("/") && given.isEmpty();
    return (anywhere ? "" : "cd " + ShellQuote.word(folder) + " && ") + labrun(words);
  }

  /** A command of docker for the engine of the run, ready to be typed. */
  String docker(String... rest) {
    List<String> words = new ArrayList<>(List.of("docker"));
    words.addAll(engine.docker());
    words.addAll(List.of(rest));
    return ShellQuote.words(words);
  }

  /** A command of ours for the engine of the run, ready to be typed. */
  public String labrun(String... rest) {
    List<String> words = new ArrayList<>(engine.variables());
    words.add("labrun");
    words.addAll(List.of(rest));
    words.addAll(engine.labrun());
    return ShellQuote.words(words);
  }
}
