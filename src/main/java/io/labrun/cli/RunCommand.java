package io.labrun.cli;

import io.labrun.run.Keep;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs scenarios. */
@Command(
    name = "run",
    header = "Run scenarios: set up, check every assertion, remove everything.",
    description = {
      "",
      "Several files run side by side, as far as they do not get in each other's way; of a"
          + " folder, all scenarios below it, by name; a *.yaml or *.yml in it that is none is"
          + " said. A file with mistakes is shown and does not stop the others. The word run may"
          + " be left out: labrun FILE is the same as labrun run FILE.",
      ""
    },
    footer = {
      "",
      "Examples",
      "  labrun scenarios/volume.yaml                  one scenario",
      "  labrun scenarios/ mine.yaml                   a folder, then a file",
      "  labrun --tag network --filter 'mac*' labs     those that are meant",
      "  generate | labrun -                           from standard input",
      "  labrun --set parent=eth1 macvlan.yaml         with a value of your own",
      "  labrun --keep failed lab.yaml                 leave it standing if it fails",
      "  labrun --engine private lab.yaml              on an engine of its own",
      "  labrun -j 4 --timeout 2m scenarios/           four at once, 2 minutes each",
      "  labrun --dry-run --as docker lab.yaml         show it as docker commands",
      "",
      "Ctrl-C stops what is under way and removes what it made; a second Ctrl-C leaves it standing."
    })
final class RunCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private FilesParameter files;

  @ArgGroup(validate = false, heading = "%nWhich of the files are run%n", order = 0)
  private SelectionOptions which = new SelectionOptions();

  @ArgGroup(validate = false, heading = "%nWhat is run%n", order = 1)
  private What what = new What();

  @ArgGroup(validate = false, heading = "%nSeveral files, several times%n", order = 1)
  private BatchOptions batch = new BatchOptions();

  @Mixin private RunCommonOptions common;

  RunCommand(Console console) {
    this.console = console;
  }

  /** Options of what is run. */
  static final class What extends RunOptions {
    @Option(
        names = {"-k", "--keep"},
        paramLabel = "WHEN",
        converter = KeepConverter.class,
        completionCandidates = KeepConverter.Words.class,
        description = "Leave it standing: failed (when it did not pass), always, never (default).")
    private Keep keep = Keep.NEVER;

    @Option(
        names = "--no-skip",
        description = "A scenario that is skipped counts as one that could not run: status 4.")
    private boolean noSkip;

    @Option(
        names = {"-n", "--dry-run"},
        description = "Show what would be done; the same as labrun plan.")
    private boolean dryRun;

    @Option(
        names = "--as",
        paramLabel = "FORM",
        description = "With --dry-run: text (the default) or docker, a script of docker commands.")
    private PlanForm form;

    /** When what stands is left standing. */
    Keep keep() {
      return keep;
    }

    /** Whether a skipped scenario counts as one that could not run. */
    boolean noSkip() {
      return noSkip;
    }
  }

  @Override
  public Integer call() {
    if (what.form != null && !what.dryRun) {
      throw new UseException("--as goes with --dry-run", "labrun plan --as docker FILE");
    }
    common.refuseTwoEngines();
    if (common.isPrivate() && what.keep != Keep.NEVER) {
      throw new UseException(
          "a private engine ends with its run, so --keep has nothing to stand on",
          "leave --engine private away: labrun --keep " + KeepConverter.word(what.keep) + " FILE");
    }
    if (what.dryRun && !what.reports().isEmpty()) {
      throw new UseException("--report tells of a run, and --dry-run runs nothing");
    }
    ReportFiles reports = what.reportFiles(console, false);
    return reports.during(() -> run(reports));
  }

  private int run(ReportFiles reports) {
    reports.spare(files.named());
    Console shown = reports.shown();
    Found found = files.find();
    Invocation invocation = common.begin(shown, what);
    Selection selection = which.of(found, shown);
    reports.spare(selection.files());
    invocation.tell(selection.told());
    if (what.dryRun) {
      return new Plans(invocation, what.form).print(selection.files()).code();
    }
    batch.settings();
    Fleet fleet = common.fleet(invocation, batch.jobs(), what.keep == Keep.NEVER);
    return new Batch(invocation, fleet, what, batch, reports).run(selection).code();
  }
}
