package io.labrun.report.html;

import io.labrun.event.FileResult;
import io.labrun.event.ScenarioRun;
import io.labrun.plan.Plan;
import io.labrun.report.GradeWords;
import io.labrun.report.ReportSettings;
import io.labrun.report.Times;
import io.labrun.report.VerdictText;
import io.labrun.report.Words;
import io.labrun.scenario.LocalText;
import io.labrun.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** All about one file: its verdict at a glance, folded below it the rest. */
final class FileSection {
  private final Markup out;
  private final Function<ScenarioRun, ReportSettings> settings;
  private final Budget budget;
  private final boolean grades;

  /**
   * Sections.
   *
   * @param grades whether the files are submissions
   */
  FileSection(
      Markup out, Function<ScenarioRun, ReportSettings> settings, Budget budget, boolean grades) {
    this.out = out;
    this.settings = settings;
    this.budget = budget;
    this.grades = grades;
  }

  /**
   * Writes it.
   *
   * @param number which file, from 1
   * @param names how the files of the page are told apart
   * @param open whether all of it is to be seen at once
   */
  void write(FileResult file, int number, ShortNames names, boolean open) {
    Sign sign = Sign.of(file);
    String style = "file " + sign.style() + (file.isFlaky() ? " flaky" : "");
    out.open("article", "class", style + (sign.wantsAttention() ? " attention" : ""));
    out.open("details", "id", "f" + number, "open", open ? "" : null);
    out.open("summary");
    sign.write(out);
    heading(file, sign, names.isShared(file));
    file.run().ifPresent(run -> out.leaf("span", Times.of(run.result().time()), "class", "fact"));
    out.close("summary");
    out.open("div", "class", "body");
    body(file, "f" + number);
    out.close("div").close("details").close("article");
  }

  private void heading(FileResult file, Sign sign, boolean shared) {
    Optional<Scenario> scenario = file.result().map(result -> result.plan().scenario());
    String name = scenario.map(s -> s.name().name()).orElse(file.file());
    LocalText title = scenario.map(Scenario::title).orElse(LocalText.NONE);
    LocalWords words = LocalWords.of(title, language(file));
    if (shared || title.isEmpty()) {
      out.leaf("h2", shared ? file.file() : name, "dir", "auto");
    } else {
      words.write(out, "h2");
    }
    if (shared && !title.isEmpty()) {
      words.write(out, "span", "class", "facts-in-words");
    } else if (!shared && !name.equals(file.file())) {
      out.leaf("span", file.file(), "class", "path", "dir", "auto");
    }
    String facts = facts(file, sign);
    if (!facts.isEmpty()) {
      out.leaf("span", facts, "class", "facts-in-words");
    }
  }

  private String language(FileResult file) {
    return file.run().map(run -> settings.apply(run).language()).orElse("");
  }

  private String facts(FileResult file, Sign sign) {
    List<String> facts = new ArrayList<>();
    if (sign == Sign.INVALID) {
      facts.add(Words.count(file.diagnostics().size(), "mistake"));
    }
    file.result().filter(result -> grades).map(GradeWords::points).ifPresent(facts::add);
    file.result()
        .map(VerdictText::words)
        .filter(words -> !words.equals(sign.word()))
        .ifPresent(facts::add);
    if (file.runs().size() > 1) {
      long passed = file.runs().stream().filter(r -> Sign.of(r.result()) == Sign.PASSED).count();
      facts.add(passed + " of " + file.runs().size() + " runs passed");
    }
    return String.join("; ", facts);
  }

  private void body(FileResult file, String id) {
    if (!file.diagnostics().isEmpty()) {
      new Mistakes(out, budget).write(file.diagnostics());
    }
    ProblemBox problems = new ProblemBox(out, budget);
    file.unrun().ifPresent(why -> problems.write(why, Optional.empty()));
    if (file.run().isPresent()) {
      ScenarioRun run = file.run().get();
      Plan plan = run.result().plan();
      new Lesson(out, settings.apply(run).language()).write(plan.scenario(), run, id);
      new RunBody(out, settings, budget).write(run);
      new RunsTable(out, settings, budget).write(file);
    }
  }
}
