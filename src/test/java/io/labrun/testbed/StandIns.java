package io.labrun.testbed;

import io.labrun.doctor.FixFailedException;
import io.labrun.machine.LocalMachine;
import io.labrun.machine.Machine;
import io.labrun.run.engine.Engine;
import io.labrun.scenario.spec.HostSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Images of Debian's packages that behave as the official ones do where the scenarios rely on it,
 * for where no registry answers. Each is built once, those that do not depend on each other side by
 * side. What is under way when the tests end is given up, and nothing of it stays.
 */
public final class StandIns {
  private static final Path RECIPES = Path.of("src/test/resources/images");

  private static final Map<String, String> FOLDERS =
      Map.of(
          "alpine", "alpine",
          "debian:bookworm-slim", "debian",
          "docker:cli", "docker-cli",
          "docker:dind", "docker-dind",
          "kalilinux/kali-rolling", "kali",
          "nginx", "nginx",
          "postgres:15", "postgres",
          "python:3-slim", "python",
          "registry:2", "registry");

  private static final ExecutorService BUILDERS =
      new ThreadPoolExecutor(
          3, 3, 0, TimeUnit.SECONDS, new PriorityBlockingQueue<>(), StandIns::daemon);

  /** Each with its hash to come. */
  private static final Map<String, CompletableFuture<String>> BROUGHT = new HashMap<>();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(StandIns::giveUp));
  }

  private StandIns() {}

  /** All that there are. */
  public static Set<String> all() {
    return new TreeSet<>(FOLDERS.keySet());
  }

  /** Those that a scenario, or a file in the folder beside it, names; of hosts, their engine's. */
  public static Set<String> namedBy(Path scenario) {
    try {
      String text = text(scenario);
      Set<String> named = all();
      boolean hosts = text.lines().anyMatch(line -> line.startsWith("hosts:"));
      named.removeIf(image -> !isNamed(image, text) && !(hosts && image.equals(HostSpec.IMAGE)));
      return named;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Begins to build all of them, beside whatever the tests do meanwhile. */
  static void begin() {
    if (canBeBuilt()) {
      all().forEach(StandIns::start);
    }
  }

  /**
   * Waits until they are on the engine. Where they can't be built, on other machines than Debian's
   * and for others than root, it does nothing: a run then pulls the official ones.
   *
   * @throws io.labrun.doctor.FixFailedException if one could not be built
   */
  public static void bring(Collection<String> references) {
    try {
      coming(references).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** Comes to its end when {@link #bring} would return, or throw. */
  public static CompletableFuture<Void> coming(Collection<String> references) {
    return CompletableFuture.allOf(
        canBeBuilt()
            ? references.stream().map(StandIns::start).toArray(CompletableFuture[]::new)
            : new CompletableFuture<?>[0]);
  }

  private static boolean canBeBuilt() {
    Machine machine = new LocalMachine();
    return machine.isDebian() && machine.isRoot();
  }

  private static void giveUp() {
    BUILDERS.shutdownNow();
    try {
      BUILDERS.awaitTermination(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static synchronized CompletableFuture<String> start(String reference) {
    if (!BROUGHT.containsKey(reference)) {
      BROUGHT.put(reference, build(new Recipe(reference, RECIPES.resolve(FOLDERS.get(reference)))));
    }
    return BROUGHT.get(reference);
  }

  private static CompletableFuture<String> build(Recipe recipe) {
    try {
      List<CompletableFuture<String>> bases = new ArrayList<>();
      for (String base : recipe.bases()) {
        if (FOLDERS.containsKey(base)) {
          bases.add(start(base));
        }
      }
      return CompletableFuture.allOf(bases.toArray(CompletableFuture[]::new))
          .thenCompose(done -> inTurn(recipe, bases));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CompletableFuture<String> inTurn(
      Recipe recipe, List<CompletableFuture<String>> bases) {
    CompletableFuture<String> hash = new CompletableFuture<>();
    BUILDERS.execute(
        new Turn(
            recipe.reference(),
            () -> {
              try {
                hash.complete(bring(recipe, bases));
              } catch (RuntimeException | Error e) {
                hash.completeExceptionally(e);
              }
            }));
    return hash;
  }

  private static String bring(Recipe recipe, List<CompletableFuture<String>> bases) {
    try (Engine engine = TestEngine.connect()) {
      String hash = recipe.hash(bases.stream().map(CompletableFuture::join).toList());
      new StandInBuild(engine, recipe, hash).bring();
      return hash;
    } catch (FixFailedException e) {
      Testbed.say(e);
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path scenario) throws IOException {
    StringBuilder text = new StringBuilder(Files.readString(scenario));
    Path beside = Path.of(scenario.toString().replaceFirst("\\.yaml$", ""));
    if (Files.isDirectory(beside)) {
      try (Stream<Path> files = Files.walk(beside)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          // Not every file there need be text.
          text.append('\n').append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        }
      }
    }
    return text.toString();
  }

  private static boolean isNamed(String reference, String text) {
    return Pattern.compile("(?<![\\w./-])" + Pattern.quote(reference) + "(?![\\w/:-])")
        .matcher(text)
        .find();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "stand-in");
    thread.setDaemon(true);
    return thread;
  }
}
