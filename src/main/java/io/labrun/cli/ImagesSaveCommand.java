package io.labrun.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.labrun.event.LayerState;
import io.labrun.report.FetchReport;
import io.labrun.report.SavedText;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.Reference;
import io.labrun.run.image.BadArchiveException;
import io.labrun.run.image.ImageArchive;
import io.labrun.run.image.ImageFile;
import io.labrun.run.image.ImageNeed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the images that scenarios need into a file. */
@Command(
    name = "save",
    header = "Write the images that scenarios need into one file.",
    description = {
      "",
      "Layers that they share are in it once. docker load reads it too. The file is there"
          + " only once it is whole; one of that name with images is replaced.",
      ""
    },
    footer = {
      "",
      "Exit status: 0 it is written, 3 a scenario is invalid, 4 images are missing.",
      "",
      "Example",
      "  labrun images save classroom.tar scenarios/"
    })
final class ImagesSaveCommand implements Callable<Integer> {
  private static final int MAGIC = 257;

  private final Console console;

  @Parameters(index = "0", paramLabel = "FILE.tar", description = "The file that is written.")
  private Path target;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FILE|FOLDER",
      description = "Scenario files, or folders of them.")
  private List<String> files = new ArrayList<>();

  @ArgGroup(validate = false, heading = "%nWhat is read%n", order = 1)
  private ScenarioOptions what = new ScenarioOptions();

  @Mixin private EngineCommonOptions common;
  @Spec private CommandSpec spec;

  ImagesSaveCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    ImagesCommand.refuseBefore(spec);
    refuseOther();
    Invocation invocation = common.begin(console, what);
    NeededImages needed = NeededImages.of(invocation, ScenarioFiles.find(files).files());
    if (needed.status() != ExitStatus.PASSED) {
      console.err().println("nothing is written");
      return needed.status().code();
    }
    try (Engine engine = invocation.connect()) {
      List<ImageNeed> missing = needed.missing(engine);
      if (!missing.isEmpty()) {
        return missing(missing).code();
      }
      return save(needed, engine, invocation).code();
    }
  }

  /** Nobody wants a scenario to be overwritten because the words changed places. */
  private void refuseOther() {
    if (Files.isDirectory(target)) {
      throw new UseException("`" + target + "` is a folder, not a file to write images into");
    }
    if (Files.exists(target) && !isTar()) {
      throw new UseException(
          "`" + target + "` is there already and holds no images: it is left alone",
          spec.qualifiedName() + " FILE.tar FILE|FOLDER...");
    }
  }

  private boolean isTar() {
    try (InputStream in = Files.newInputStream(target)) {
      byte[] head = in.readNBytes(MAGIC + 5);
      return head.length == 0
          || head.length == MAGIC + 5 && "ustar".equals(new String(head, MAGIC, 5, US_ASCII));
    } catch (IOException e) {
      return false;
    }
  }

  private ExitStatus missing(List<ImageNeed> missing) {
    List<String> pull = new ArrayList<>(List.of("labrun images pull"));
    pull.addAll(files);
    String names = String.join(", ", missing.stream().map(ImageNeed::reference).toList());
    new Failures(console)
        .tell(
            "nothing is written: missing on this engine: " + names,
            List.of(String.join(" ", pull)));
    return ExitStatus.NOT_RUN;
  }

  private ExitStatus save(NeededImages needed, Engine engine, Invocation invocation) {
    long begin = System.nanoTime();
    String name = target.toString();
    try (Fetching fetching = Reports.fetching(console, invocation.reportSettings())) {
      FetchReport report = fetching.report();
      report.started(name);
      ImageArchive saved =
          new ImageFile(target)
              .save(
                  engine,
                  List.copyOf(needed.all().keySet()),
                  bytes -> report.progressed(name, written(bytes)));
      report.finished(name, "");
      Duration time = Duration.ofNanos(System.nanoTime() - begin);
      report.paragraph(
          new SavedText(invocation.reportSettings())
              .render(name, saved.images().size(), Files.size(target), time, digests(needed)));
      return ExitStatus.PASSED;
    } catch (BadArchiveException e) {
      return failed("what the engine gave " + e.getMessage());
    } catch (IOException e) {
      return failed(ImagesLoadCommand.words(e));
    }
  }

  private ExitStatus failed(String why) {
    new Failures(console)
        .tell("`" + target + "` could not be written: " + why, List.of("nothing is left of it"));
    return ExitStatus.NOT_RUN;
  }

  private static List<String> digests(NeededImages needed) {
    return needed.all().keySet().stream()
        .filter(reference -> Reference.parse(reference).isDigest())
        .toList();
  }

  private static LayerState written(long bytes) {
    return new LayerState("written", "Downloading", bytes, 0);
  }
}
