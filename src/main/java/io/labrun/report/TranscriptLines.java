package io.labrun.report;

import io.labrun.scenario.Scenario;
import java.util.List;
import java.util.function.Consumer;

/** The lines of a transcript: which of them are wanted, and what stands before the first one. */
final class TranscriptLines {
  private final ReportSettings settings;
  private final boolean claimsOnly;
  private final Consumer<String> lines;
  private Scenario scenario;
  private boolean headed;
  private boolean printed;

  /**
   * Lines of which none is there yet.
   *
   * @param claimsOnly whether setting up and removing are shown only where they went wrong
   * @param lines takes each
   */
  TranscriptLines(ReportSettings settings, boolean claimsOnly, Consumer<String> lines) {
    this.settings = settings;
    this.claimsOnly = claimsOnly;
    this.lines = lines;
  }

  /** The next lines are about a run of a scenario, whose header comes before them. */
  void begin(Scenario next) {
    scenario = next;
    headed = false;
  }

  /** What was made or removed, as it should be. */
  void work(List<String> text) {
    if (!claimsOnly) {
      usual(text);
    }
  }

  /** What is as it should be. */
  void usual(List<String> text) {
    if (settings.detail() != Detail.QUIET) {
      always(text);
    }
  }

  /** What everybody must see. */
  void always(List<String> text) {
    if (!headed) {
      headed = true;
      paragraph(new HeaderText(settings).render(scenario));
    }
    text.forEach(this::print);
  }

  /** Lines of their own that belong to no run under way, after an empty line where others are. */
  void paragraph(List<String> text) {
    if (printed && settings.detail() != Detail.QUIET) {
      print("");
    }
    text.forEach(this::print);
  }

  /** One line, without a header before it. */
  void print(String line) {
    printed = true;
    lines.accept(line);
  }
}
