package io.labrun.matrix;

import io.labrun.event.AssertionResult;
import io.labrun.event.Outcome;
import io.labrun.event.ScenarioResult;
import io.labrun.event.Status;
import io.labrun.load.LoadResult;
import io.labrun.load.ScenarioLoader;
import io.labrun.load.vars.Given;
import io.labrun.plan.Labels;
import io.labrun.plan.Planner;
import io.labrun.plan.RunName;
import io.labrun.run.Cancellation;
import io.labrun.run.Keep;
import io.labrun.run.RunSettings;
import io.labrun.run.Runner;
import io.labrun.run.engine.Engine;
import io.labrun.source.SourceText;
import io.labrun.testbed.StandIns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * One engine with its scenarios, which run on it one after another, beside those of other engines.
 */
final class EngineLane {
  private static final Path CACHE = Path.of("/var/cache/labrun-testbed");
  private static final Path WORK = Path.of("target/matrix").toAbsolutePath();

  private final Matrix matrix;
  private final String name;
  private final Map<String, CompletableFuture<String>> verdicts = new LinkedHashMap<>();

  EngineLane(Matrix matrix, String name, List<String> scenarios) {
    this.matrix = matrix;
    this.name = name;
    scenarios.forEach(scenario -> verdicts.put(scenario, new CompletableFuture<>()));
  }

  /** Each scenario with its verdict to come: {@code passed}, or why not. */
  Map<String, CompletableFuture<String>> verdicts() {
    return verdicts;
  }

  /** Begins; ends by itself when all is run. */
  void begin() {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    thread.execute(this::run);
    thread.shutdown();
  }

  private void run() {
    try {
      Matrix.Engine facts = matrix.engines().get(name);
      Path root = CACHE.resolve(facts.root());
      List<String> packages = matrix.packages().get(facts.root());
      // Several engines may share the programs: only the first unpacks them.
      synchronized (facts.root().intern()) {
        OtherEngine.unpack(facts.root(), root, packages);
      }
      try (OtherEngine other = OtherEngine.start(name, root, WORK.resolve(name));
          Engine engine = other.connect()) {
        runAll(other, engine);
      }
    } catch (IOException | InterruptedException | RuntimeException | Error e) {
      verdicts.values().forEach(verdict -> verdict.completeExceptionally(e));
    }
  }

  private void runAll(OtherEngine other, Engine engine) throws IOException, InterruptedException {
    Path folder = WORK.resolve(name + "-scenarios");
    copy(Path.of("scenarios"), folder);
    copy(Matrix.FOLDER, folder);
    Set<String> images = new TreeSet<>(Set.of("busybox"));
    verdicts.keySet().forEach(s -> images.addAll(StandIns.namedBy(file(folder, s))));
    StandIns.bring(images.stream().filter(StandIns.all()::contains).toList());
    other.bring(List.copyOf(images));
    Map<String, String> came = new LinkedHashMap<>();
    verdicts.keySet().forEach(s -> came.put(s, verdict(engine, file(folder, s), folder)));
    // Told only now: that the engine ends well is part of it.
    other.close();
    came.forEach((scenario, verdict) -> verdicts.get(scenario).complete(verdict));
  }

  private static Path file(Path folder, String scenario) {
    return folder.resolve(scenario + ".yaml");
  }

  /** Each engine has files of its own, since some scenarios write beside themselves. */
  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Path copy = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(copy);
        } else {
          Files.write(copy, Files.readAllBytes(path));
        }
      }
    }
  }

  private static String verdict(Engine engine, Path file, Path folder) {
    try {
      SourceText source = new SourceText(file.toString(), Files.readString(file));
      LoadResult loaded = new ScenarioLoader().load(source, Given.of(Map.of()));
      RunSettings settings =
          new RunSettings(
              Keep.NEVER,
              Map.of(Labels.OWNER, "test"),
              Map.of(),
              folder,
              RunSettings.USUAL_PARALLEL);
      RunName run = RunName.draw(loaded.scenario().orElseThrow().name().name(), new Random());
      Runner runner = new Runner(engine, settings, event -> {}, new Cancellation());
      ScenarioResult result = runner.run(Planner.plan(loaded.scenario().orElseThrow(), run));
      return words(result) + leftovers(engine, run, result);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String leftovers(Engine engine, RunName run, ScenarioResult result) {
    List<Object> left = new ArrayList<>(result.leftovers());
    left.addAll(engine.labelled(Map.of(Labels.RUN, run.toString())));
    return left.isEmpty() ? "" : "; left behind: " + left;
  }

  private static String words(ScenarioResult result) {
    String why = result.problem().map(problem -> problem.what()).orElse("");
    if (result.outcome() == Outcome.PASSED) {
      return "passed";
    }
    if (result.outcome() == Outcome.SKIPPED) {
      return "skipped: " + why;
    }
    StringBuilder out = new StringBuilder(result.outcome() + ": " + why);
    for (AssertionResult one : result.assertions()) {
      if (one.status() != Status.PASSED) {
        out.append("\n  ").append(one.status()).append(' ').append(one.assertion().name().name());
        one.problem().ifPresent(problem -> out.append(": ").append(problem.what()));
        one.observations().forEach(seen -> out.append("\n    ").append(seen.summary()));
      }
    }
    return out.toString();
  }
}
