package io.labrun.cli;

import io.labrun.event.FileResult;
import io.labrun.load.LoadResult;
import io.labrun.report.Detail;
import io.labrun.report.MistakesText;
import io.labrun.report.ReportSettings;
import io.labrun.source.Printable;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Finds the mistakes in scenario files. */
@Command(
    name = "validate",
    header = "Find the mistakes in scenario files, all in one pass.",
    description = {
      "",
      "Reads each file as a run would, and touches no engine. Every mistake is shown"
          + " once, with its place and the way out.",
      ""
    },
    footer = {
      "",
      "Exit status: 0 no mistakes, 3 at least one file has some.",
      "",
      "Examples",
      "  labrun validate my-first-lab.yaml",
      "  labrun validate --quiet scenarios/"
    })
final class ValidateCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private FilesParameter files;

  @ArgGroup(validate = false, heading = "%nWhat is read%n", order = 1)
  private ScenarioOptions what = new ScenarioOptions();

  @Mixin private CommonOptions common;

  ValidateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Invocation invocation = common.begin(console, what);
    Found found = files.find();
    invocation.tell(found.shortly());
    List<Path> paths = found.files();
    ReportSettings settings = invocation.reportSettings();
    Loading loading = new Loading(invocation);
    int invalid = 0;
    for (Path path : paths) {
      LoadResult loaded = loading.load(path);
      if (loaded.scenario().isEmpty()) {
        invalid++;
        mistakes(Loading.invalid(loaded), paths.size() > 1, settings);
      } else if (settings.detail() != Detail.QUIET) {
        console.out().println(Printable.line(loaded.name()) + ": no mistakes");
      }
    }
    if (paths.size() > 1 && settings.detail() != Detail.QUIET) {
      console.out().println();
      console.out().println(paths.size() - invalid + " of " + paths.size() + " files are valid");
    }
    return (invalid == 0 ? ExitStatus.PASSED : ExitStatus.INVALID).code();
  }

  private void mistakes(FileResult file, boolean several, ReportSettings settings) {
    new MistakesText(settings).render(file, "").forEach(console.out()::println);
    if (several) {
      console.out().println();
    }
  }
}
