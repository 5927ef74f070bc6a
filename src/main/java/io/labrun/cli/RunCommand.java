package io.labrun.cli;

import io.labrun.report.file.ReportHead;
import io.labrun.run.Keep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

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
      "  labrun scenarios/macvlan.yaml                 one scenario",
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
        completionCandidates = KeepWords.class,
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
  }

  /** The words for {@link Keep}. */
  static final class KeepWords extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    KeepWords() {
      Arrays.stream(Keep.values()).map(KeepWords::of).forEach(this::add);
    }

    static String of(Keep keep) {
      return keep.name().toLowerCase(Locale.ROOT);
    }
  }

  /** Reads the words for {@link Keep}. */
  static final class KeepConverter implements ITypeConverter<Keep> {
    @Override
    public Keep convert(String word) {
      for (Keep keep : Keep.values()) {
        if (KeepWords.of(keep).equals(word)) {
          return keep;
        }
      }
      throw new TypeConversionException("it takes failed, always or never, not '" + word + "'");
    }
  }

  @Override
  public Integer call() {
    if (what.form != null && !what.dryRun) {
      throw new UseException("--as goes with --dry-run", "labrun plan --as docker FILE");
    }
    if (common.isPrivate()) {
      refuseWithPrivate();
    }
    if (what.dryRun && !what.reports().isEmpty()) {
      throw new UseException("--report tells of a run, and --dry-run runs nothing");
    }
    String language = what.language().orElseGet(() -> Terminal.language(console.env()));
    ReportFiles reports =
        new ReportFiles(what.reports(), console, new ReportHead(Version.number(), language, false));
    reports.check();
    try {
      return run(reports);
    } catch (RuntimeException | Error e) {
      reports.broken(e);
      throw e;
    }
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
    return new Batch(
            invocation,
            fleet(invocation),
            what.keep,
            what.noSkip,
            what.offline(),
            reports,
            what,
            batch)
        .run(selection)
        .code();
  }

  private Fleet fleet(Invocation invocation) {
    if (common.hosts().size() > 1) {
      return Fleet.of(common.hosts(), console, batch.jobs());
    }
    Engines engines =
        common.isPrivate()
            ? Engines.ofOwn(invocation)
            : Engines.ofUserOrOwn(invocation, what.keep == Keep.NEVER);
    return Fleet.of(engines, batch.jobs());
  }

  private void refuseWithPrivate() {
    if (common.host().isPresent()) {
      throw new UseException(
          "--host names an engine and --engine private makes one: only one of them can be meant");
    }
    if (what.keep != Keep.NEVER) {
      throw new UseException(
          "a private engine ends with its run, so --keep has nothing to stand on",
          "leave --engine private away: labrun --keep " + KeepWords.of(what.keep) + " FILE");
    }
  }
}
