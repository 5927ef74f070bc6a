package io.labrun.cli;

import io.labrun.event.LayerState;
import io.labrun.event.Problem;
import io.labrun.report.FetchReport;
import io.labrun.report.FetchedText;
import io.labrun.run.engine.Engine;
import io.labrun.run.image.FetchListener;
import io.labrun.run.image.ImageFetch;
import io.labrun.run.image.ImageNeed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Fetches the images that scenarios need. */
@Command(
    name = "pull",
    header = "Fetch the images that scenarios need and that are missing.",
    description = {
      "",
      "Several at once. What breaks off is tried again after a while, and goes on where"
          + " it stopped: layers that are there are kept. One that can't be had does not"
          + " stop the others.",
      ""
    },
    footer = {
      "",
      "Exit status: 0 all are there, 3 a scenario is invalid, 4 some are missing.",
      "",
      "Examples",
      "  labrun images pull scenarios/",
      "  labrun images pull --mirror teacher:5000 scenarios/"
    })
final class ImagesPullCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private FilesParameter files;

  @ArgGroup(validate = false, heading = "%nWhat is fetched%n", order = 1)
  private What what = new What();

  @Mixin private EngineCommonOptions common;
  @Spec private CommandSpec spec;

  ImagesPullCommand(Console console) {
    this.console = console;
  }

  /** Options of what is fetched. */
  static final class What extends ScenarioOptions {
    @Option(
        names = "--mirror",
        paramLabel = "REGISTRY",
        description =
            "A registry, as host or host:port, that has what Docker Hub has: fetch it there."
                + " The images get the names that the scenarios use.")
    private String mirror;
  }

  @Override
  public Integer call() {
    ImagesCommand.refuseBefore(spec);
    Optional<String> mirror = mirror();
    Invocation invocation = common.begin(console, what);
    NeededImages needed = NeededImages.of(invocation, files.find().files());
    if (needed.isUnknown()) {
      return needed.status().code();
    }
    try (Engine engine = invocation.connect()) {
      List<ImageNeed> missing = needed.missing(engine);
      ExitStatus status = fetch(missing, needed.all().size(), mirror, engine, invocation);
      return ExitStatus.worst(List.of(needed.status(), status)).code();
    }
  }

  private Optional<String> mirror() {
    if (what.mirror != null
        && !what.mirror.matches("[A-Za-z0-9.-]+(:\\d{1,5})?(/[a-z0-9._/-]+)?")) {
      throw new UseException(
          "--mirror takes a registry's HOST or HOST:PORT, not `" + what.mirror + "`");
    }
    return Optional.ofNullable(what.mirror);
  }

  private ExitStatus fetch(
      List<ImageNeed> missing,
      int all,
      Optional<String> mirror,
      Engine engine,
      Invocation invocation) {
    FetchedText text = new FetchedText(invocation.reportSettings());
    long begin = System.nanoTime();
    try (Fetching fetching = Reports.fetching(console, invocation.reportSettings())) {
      FetchReport report = fetching.report();
      int fetched = new ImageFetch(engine, mirror, listener(report)).fetch(missing);
      Duration time = Duration.ofNanos(System.nanoTime() - begin);
      report.paragraph(text.render(all, missing.size(), fetched, time));
      return fetched == missing.size() ? ExitStatus.PASSED : ExitStatus.NOT_RUN;
    }
  }

  private static FetchListener listener(FetchReport report) {
    return new FetchListener() {
      @Override
      public void started(String image) {
        report.started(image);
      }

      @Override
      public void progressed(String image, LayerState layer) {
        report.progressed(image, layer);
      }

      @Override
      public void again(String image, String reason, Duration pause, int attempt, int of) {
        report.again(image, reason, pause, attempt, of);
      }

      @Override
      public void finished(String image) {
        report.finished(image, image);
      }

      @Override
      public void failed(String image, Problem why) {
        report.failed(image, why);
      }
    };
  }
}
