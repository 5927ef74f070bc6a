package io.labrun.load;

import io.labrun.files.OwnFolder;
import io.labrun.load.danger.Danger;
import io.labrun.load.danger.Dangers;
import io.labrun.load.danger.Machine;
import io.labrun.load.rule.Draft;
import io.labrun.load.rule.LocalPath;
import io.labrun.load.rule.Rules;
import io.labrun.load.schema.Checked;
import io.labrun.load.vars.Declarations;
import io.labrun.load.vars.Filler;
import io.labrun.load.vars.Given;
import io.labrun.load.vars.Variables;
import io.labrun.load.yaml.Composed;
import io.labrun.load.yaml.Node;
import io.labrun.load.yaml.YamlComposer;
import io.labrun.scenario.Scenario;
import io.labrun.source.Diagnostic;
import io.labrun.source.SourceText;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads scenario files: text, YAML, variables, schema, rules; all mistakes in one pass.
 *
 * <p>One loader may read any number of files, one after another or side by side; it reads the
 * schema once.
 */
public final class ScenarioLoader {
  private final LoadedSchema schema = LoadedSchema.get();
  private final Machine machine;

  /**
   * Begins to read the schema, which takes as long as to understand a command line: a loader that
   * is made later finds it read, or waits for it.
   */
  public static void prepare() {
    Thread thread = new Thread(LoadedSchema::get, "labrun-schema");
    thread.setDaemon(true);
    // What is wrong with it is said by the loader, which meets it too.
    thread.setUncaughtExceptionHandler((same, e) -> {});
    thread.start();
  }

  /** A loader on a machine with nothing special about it. */
  public ScenarioLoader() {
    this(Machine.usual());
  }

  /** A loader that judges what is dangerous to a machine. */
  public ScenarioLoader(Machine machine) {
    this.machine = machine;
  }

  /** Reads a file. What cannot be read is a mistake in the result, never an exception. */
  public LoadResult load(Path file, Given given) {
    return load(file.toString(), ScenarioFile.read(file), given);
  }

  /** Reads what a stream holds, to its end. */
  public LoadResult load(String name, InputStream in, Given given) {
    return load(name, ScenarioFile.read(name, in), given);
  }

  /** Reads a text that is in memory already. */
  public LoadResult load(SourceText source, Given given) {
    return load(source.name(), ScenarioFile.of(source), given);
  }

  private LoadResult load(String name, ScenarioFile file, Given given) {
    if (file.text().isEmpty()) {
      return LoadResult.invalid(name, List.of(file.mistake().orElseThrow()));
    }
    Findings findings = new Findings();
    List<Danger> dangers = new ArrayList<>();
    List<String> files = new ArrayList<>();
    try {
      Optional<Scenario> scenario = read(file.text().get(), given, findings, dangers, files);
      return findings.isEmpty() && scenario.isPresent()
          ? new LoadResult(name, scenario, List.of(), List.copyOf(dangers), List.copyOf(files))
          : LoadResult.invalid(name, findings.sorted());
    } catch (Findings.Enough enough) {
      return LoadResult.invalid(name, withNote(findings.sorted()));
    }
  }

  private static List<Diagnostic> withNote(List<Diagnostic> found) {
    List<Diagnostic> out = new ArrayList<>();
    out.add(
        Diagnostic.of("too-many", "more than " + Findings.MOST + " mistakes: only some are shown"));
    out.addAll(found);
    return out;
  }

  private Optional<Scenario> read(
      SourceText source, Given given, Findings findings, List<Danger> dangers, List<String> files) {
    Composed composed = YamlComposer.compose(source);
    findings.acceptAll(composed.diagnostics());
    Optional<Node> root = composed.root();
    if (root.isPresent() && root.get() instanceof Node.Pairs pairs) {
      return Optional.of(check(source, pairs, given, findings, dangers, files));
    }
    if (findings.isEmpty()) {
      findings.accept(noScenario(source, root));
    }
    return Optional.empty();
  }

  private Scenario check(
      SourceText source,
      Node.Pairs root,
      Given given,
      Findings findings,
      List<Danger> dangers,
      List<String> files) {
    Variables variables = Declarations.read(root, given, findings);
    Filler filler = new Filler(variables, findings);
    Checked checked = schema.check().check(filler.document(root), filler.unfilled());
    findings.acceptAll(checked.diagnostics());
    Scenario scenario = ScenarioReader.read(source, checked.sound(), schema.checks());
    Draft draft =
        new Draft(
            scenario,
            checked.sound(),
            checked.names(),
            variables,
            schema.document(),
            schema.walk().places(checked.sound()),
            filler.unfilled(),
            checked.damaged());
    Rules.check(draft, findings);
    OwnFolder folder = OwnFolder.of(Path.of(source.name()), machine.home());
    dangers.addAll(Dangers.check(draft, folder, machine, given.set().keySet(), findings));
    LocalPath.all(draft).forEach(path -> files.add(path.written()));
    return scenario;
  }

  private static Diagnostic noScenario(SourceText source, Optional<Node> root) {
    boolean nothing =
        root.isEmpty() || root.get() instanceof Node.Scalar scalar && scalar.text().isEmpty();
    if (nothing) {
      return Diagnostic.at(source.span(0, 0), "empty", "there is nothing in this file")
          .help("A scenario needs at least a name: `name: my-first-lab`");
    }
    return Diagnostic.at(root.get().span(), "wrong-type", "a scenario must be a map")
        .help("It begins with a name: `name: my-first-lab`");
  }
}
