package io.labrun.cli;

import io.labrun.event.LayerState;
import io.labrun.report.FetchReport;
import io.labrun.report.LoadedText;
import io.labrun.report.LoadedText.Found;
import io.labrun.report.ReportSettings;
import io.labrun.run.engine.Engine;
import io.labrun.run.image.ArchivedImage;
import io.labrun.run.image.BadArchiveException;
import io.labrun.run.image.EngineImage;
import io.labrun.run.image.ImageArchive;
import io.labrun.run.image.ImageFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts the images of a file on the engine. */
@Command(
    name = "load",
    header = "Check a file with images and put them on the engine.",
    description = {
      "",
      "The file is one that labrun images save or docker save wrote. It is read to its end"
          + " and every checksum in it is checked before the engine gets anything: a file"
          + " that was not copied whole, or was changed, is refused. Images of which the"
          + " engine has another one of the same name are told, and nothing is loaded.",
      ""
    },
    footer = {
      "",
      "Exit status: 0 all are there, 4 the file is refused, or images differ.",
      "",
      "Example",
      "  labrun images load classroom.tar"
    })
final class ImagesLoadCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "FILE.tar", description = "The file with the images.")
  private Path file;

  @Option(
      names = "--replace",
      description = "Where the engine has another image of the same name, take the file's.")
  private boolean replace;

  @Mixin private EngineCommonOptions common;
  @Spec private CommandSpec spec;

  ImagesLoadCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    ImagesCommand.refuseBefore(spec);
    if (Files.isDirectory(file)) {
      throw new UseException(
          "`" + file + "` is a folder, not a file with images",
          "labrun images save --help    says how one is written");
    }
    if (!Files.isRegularFile(file)) {
      throw new UseException("there is no file `" + file + "`");
    }
    Invocation invocation = common.begin(console);
    ReportSettings settings = invocation.reportSettings();
    try (Engine engine = invocation.connect();
        Fetching fetching = Reports.fetching(console, settings)) {
      return load(engine, fetching.report(), new LoadedText(settings)).code();
    } catch (BadArchiveException e) {
      new Failures(console)
          .tell(
              "`%s` %s; the engine got nothing of it".formatted(file, e.getMessage()),
              List.of(
                  "copy it again from where it was made, or write it anew: labrun images save"));
      return ExitStatus.NOT_RUN.code();
    } catch (IOException e) {
      new Failures(console).tell("`" + file + "` can't be read: " + words(e), List.of());
      return ExitStatus.NOT_RUN.code();
    }
  }

  private ExitStatus load(Engine engine, FetchReport report, LoadedText text)
      throws IOException, BadArchiveException {
    long begin = System.nanoTime();
    ImageFile images = new ImageFile(file);
    String name = file.toString();
    report.started(name);
    ImageArchive archive = images.check(progress(report, name, "checking"));
    List<Found> found = found(archive, engine);
    report.paragraph(text.contents(found));
    if (!replace && found.stream().anyMatch(Found::isOther)) {
      report.finished(name, "");
      report.paragraph(text.refused(name, found));
      return ExitStatus.NOT_RUN;
    }
    boolean all = found.stream().allMatch(Found::isSame);
    if (!all) {
      images.load(engine, progress(report, name, "loading"));
    }
    report.finished(name, "");
    List<String> lacking =
        found(archive, engine).stream().filter(one -> !one.isSame()).map(Found::name).toList();
    Duration time = Duration.ofNanos(System.nanoTime() - begin);
    report.paragraph(text.loaded(found, lacking, time));
    return lacking.isEmpty() ? ExitStatus.PASSED : ExitStatus.NOT_RUN;
  }

  private LongConsumer progress(FetchReport report, String name, String what) throws IOException {
    long total = Files.size(file);
    return bytes ->
        report.progressed(name, new LayerState(what, state(bytes, total), bytes, total));
  }

  /** What is over has no bar any more. */
  private static String state(long bytes, long total) {
    return bytes < total ? "Downloading" : "Complete";
  }

  private static List<Found> found(ImageArchive archive, Engine engine) {
    List<Found> out = new ArrayList<>();
    for (ArchivedImage image : archive.images()) {
      List<String> names = image.names().isEmpty() ? List.of(image.id()) : image.names();
      for (String name : names) {
        out.add(
            EngineImage.find(engine, name)
                .map(there -> new Found(name, image.id(), image.bytes(), id(image, there)))
                .orElse(new Found(name, image.id(), image.bytes(), "")));
      }
    }
    return out;
  }

  private static String id(ArchivedImage image, EngineImage there) {
    return there.is(image) ? image.id() : there.id();
  }

  /** Java names only the file where the system says no more. */
  static String words(IOException e) {
    String message = String.valueOf(e.getMessage());
    return e instanceof AccessDeniedException
        ? "permission denied"
        : e instanceof NoSuchFileException ? "there is no such folder" : message;
  }
}
