package io.labrun.report.file;

import io.labrun.event.ScenarioRun;
import io.labrun.report.Detail;
import io.labrun.report.EngineWay;
import io.labrun.report.ReportSettings;
import io.labrun.source.Marks;
import io.labrun.source.Theme;
import java.util.List;
import java.util.function.Function;

/**
 * What a report says besides what came of the batch.
 *
 * @param version labrun's
 * @param language of the scenarios' own texts: a code such as {@code en}
 * @param grades whether the files of the batch are students' submissions: whatever came of an
 *     assertion that did not pass, it gives no points
 * @param given options with which the user told scenarios something, as words, for commands
 * @param folder in which the names of files hold, and so commands with them; empty where the reader
 *     stands in it
 * @param ways how commands get to an engine, by its address as a run names it
 */
public record ReportHead(
    String version,
    String language,
    boolean grades,
    List<String> given,
    String folder,
    Function<String, EngineWay> ways) {
  private static final int COLUMNS = 100;
  private static final Theme PLAIN = new Theme(Marks.UNICODE, false, COLUMNS);

  /** What a report of runs on the usual engine says, which were told nothing. */
  public ReportHead(String version, String language, boolean grades) {
    this(version, language, grades, List.of(), "", address -> EngineWay.USUAL);
  }

  /** What a report of files says that are nobody's submissions. */
  public ReportHead(String version, String language) {
    this(version, language, false);
  }

  /** The same where scenarios were told something. */
  public ReportHead given(List<String> words) {
    return new ReportHead(version, language, grades, List.copyOf(words), folder, ways);
  }

  /** The same for a reader who stands anywhere, of files whose names hold in a folder. */
  public ReportHead from(String place) {
    return new ReportHead(version, language, grades, given, place, ways);
  }

  /** The same of runs on other engines. */
  public ReportHead on(Function<String, EngineWay> other) {
    return new ReportHead(version, language, grades, given, folder, other);
  }

  /** What the files of the batch are, in one word. */
  String noun() {
    return grades ? "submission" : "scenario";
  }

  /** How a run is shown, and the commands for it. */
  ReportSettings settings(ScenarioRun run) {
    return new ReportSettings(
        PLAIN, language, Detail.USUAL, false, !grades, ways.apply(run.engine()), given, folder);
  }
}
