package io.labrun.testbed;

import io.labrun.doctor.FixFailedException;
import io.labrun.machine.LocalMachine;
import io.labrun.machine.Machine;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.ObjectKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Brings one stand-in to the engine. */
final class StandInBuild {
  /** On each stand-in: the hash of what it was made from. An image without it is not ours. */
  static final String LABEL = "io.labrun.stand-in";

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Machine machine = new LocalMachine();
  private final UnusedImages unused = new UnusedImages(machine);
  private final Engine engine;
  private final Recipe recipe;
  private final String hash;

  /**
   * A build.
   *
   * @param hash of the recipe and of all that it is made from
   */
  StandInBuild(Engine engine, Recipe recipe, String hash) {
    this.engine = engine;
    this.recipe = recipe;
    this.hash = hash;
  }

  /**
   * Builds it, unless the engine has it, or has an image of that name that somebody else brought:
   * that one is probably the official one, and in any case not ours to replace.
   *
   * @throws FixFailedException if it could not be built
   */
  void bring() throws IOException {
    Optional<Map<?, ?>> present = image();
    Optional<Object> label = present.map(StandInBuild::label);
    if (present.isPresent() && (label.isEmpty() || label.get().equals(hash))) {
      return;
    }
    needCommandLine();
    Testbed.say("docker build -t " + recipe.reference());
    Path context = Files.createTempDirectory("labrun-stand-in");
    try {
      for (Path file : recipe.files()) {
        Files.copy(file, context.resolve(file.getFileName()));
      }
      Files.writeString(context.resolve("Dockerfile"), recipe.labelled(LABEL + "=" + hash));
      build(context);
    } catch (FixFailedException e) {
      removeUnfinished();
      throw e;
    } finally {
      delete(context);
    }
    present.ifPresent(old -> unused.remove(old.get("Id").toString()));
  }

  private void needCommandLine() {
    if (!machine.hasProgram("docker")) {
      throw new FixFailedException(
          "the stand-in for %s can't be built: there is an engine here, but no program `docker`"
              .formatted(recipe.reference()),
          "apt-get install docker.io, and docker-cli where that is a package of its own");
    }
  }

  private void build(Path context) {
    if (Files.exists(context.resolve("prepare.sh"))) {
      check(
          List.of("sh", "prepare.sh"), Apt.alone(() -> ran(context, List.of("sh", "prepare.sh"))));
    }
    // The classic builder: the newer one is a plug-in that Debian does not bring.
    List<String> command =
        List.of(
            "env",
            "DOCKER_BUILDKIT=0",
            "docker",
            "build",
            "--force-rm",
            "--network=host",
            "--tag=" + recipe.reference(),
            ".");
    check(command, ran(context, command));
  }

  private Machine.Ran ran(Path folder, List<String> command) {
    return machine.run(PATIENCE, folder, command);
  }

  private void check(List<String> command, Machine.Ran ran) {
    if (!ran.ok()) {
      throw new FixFailedException(
          "the stand-in for %s could not be built: `%s` failed with exit code %d:\n%s"
              .formatted(
                  recipe.reference(), String.join(" ", command), ran.exitCode(), ran.lastLines(8)),
          "run it by hand in " + recipe.folder() + " and read what it says");
    }
  }

  private Optional<Map<?, ?>> image() {
    try {
      return Optional.of(engine.inspect(ObjectKind.IMAGE, recipe.reference()));
    } catch (EngineException e) {
      if (e.kind() == EngineException.Kind.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static Object label(Map<?, ?> image) {
    Object labels = ((Map<?, ?>) image.get("Config")).get("Labels");
    return labels == null ? null : ((Map<?, ?>) labels).get(LABEL);
  }

  /** Goes on even where the build failed because the tests were interrupted. */
  private void removeUnfinished() {
    boolean interrupted = Thread.interrupted();
    try {
      unused.removeUnnamed(LABEL + "=" + hash);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
