package io.labrun.cli;

import io.labrun.event.FileResult;
import io.labrun.load.LoadResult;
import io.labrun.plan.Plan;
import io.labrun.plan.Planner;
import io.labrun.plan.RunName;
import io.labrun.report.MistakesText;
import io.labrun.report.PlanText;
import io.labrun.report.script.DockerScript;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Prints what would be done, without touching an engine. */
final class Plans {
  private final Invocation invocation;
  private final PlanForm form;
  private final Random random = new Random();

  /** Plans in a form; {@code null} for the usual one. */
  Plans(Invocation invocation, PlanForm form) {
    this.invocation = invocation;
    this.form = form == null ? PlanForm.text : form;
  }

  /** Prints the plans of files; mistakes go to standard error, so that a script stays a script. */
  ExitStatus print(List<Path> files) {
    if (form == PlanForm.docker && files.size() > 1) {
      throw new UseException("--as docker makes a script of one file, not of several");
    }
    Loading loading = new Loading(invocation);
    ExitStatus status = ExitStatus.PASSED;
    String between = "";
    for (Path file : files) {
      invocation.console().out().print(between);
      LoadResult loaded = loading.load(file);
      if (loaded.scenario().isPresent()) {
        lines(plan(loaded)).forEach(out()::println);
        between = System.lineSeparator();
      } else {
        mistakes(Loading.invalid(loaded));
        status = ExitStatus.INVALID;
      }
    }
    return status;
  }

  /** A script is a file, whatever is in it; a text is shown. */
  private PrintStream out() {
    Console console = invocation.console();
    return form == PlanForm.docker ? console.data() : console.out();
  }

  private Plan plan(LoadResult loaded) {
    String name = loaded.scenario().orElseThrow().name().name();
    return Planner.plan(loaded.scenario().orElseThrow(), RunName.draw(name, random));
  }

  private List<String> lines(Plan plan) {
    return form == PlanForm.docker
        ? DockerScript.of(plan)
        : new PlanText(invocation.reportSettings()).render(plan);
  }

  private void mistakes(FileResult invalid) {
    new MistakesText(invocation.reportSettings())
        .render(invalid, "nothing is planned")
        .forEach(invocation.console().err()::println);
  }
}
