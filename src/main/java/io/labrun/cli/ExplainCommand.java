package io.labrun.cli;

import io.labrun.explain.Examples;
import io.labrun.explain.Kind;
import io.labrun.explain.Reference;
import io.labrun.explain.ReferenceText;
import io.labrun.explain.Section;
import io.labrun.explain.Topic;
import io.labrun.load.LoadResult;
import io.labrun.report.MistakesText;
import io.labrun.report.ReportSettings;
import io.labrun.report.ScenarioText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Explains the language, or a scenario. */
@Command(
    name = "explain",
    header = "Explain a word of the language, or what a scenario does and claims.",
    description = {
      "",
      "Without a word it lists them all: checks, actions, operators, keys, live values,",
      "exit statuses. A word that means several things is explained in all of them; a",
      "name such as container.networks or action.exec says which is meant. A file is",
      "shown for a reader: its lesson, what is made, what is claimed.",
      ""
    },
    footer = {
      "",
      "Examples",
      "  labrun explain reach                     one check",
      "  labrun explain healthcheck               one key",
      "  labrun explain '$${web.ip}'               a live value",
      "  labrun explain reach --example >a.yaml   a scenario to begin with",
      "  labrun explain scenarios/macvlan.yaml    a scenario for a reader"
    })
final class ExplainCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      arity = "0..1",
      paramLabel = "WORD|FILE",
      completionCandidates = Words.class,
      description = "A word of the language, or a scenario file or a folder of them.")
  private String word;

  @Option(
      names = {"-e", "--example"},
      description = "Print only the example: a whole scenario that runs.")
  private boolean example;

  @ArgGroup(validate = false, heading = "%nWhat is read%n", order = 1)
  private ScenarioOptions what = new ScenarioOptions();

  @Mixin private CommonOptions common;

  ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Invocation invocation = common.begin(console, what);
    Reference reference = new Reference(statuses());
    ReferenceText text = new ReferenceText(reference, invocation.reportSettings().theme());
    if (word == null) {
      print(text.all());
      return ExitStatus.PASSED.code();
    }
    List<Topic> meant = reference.find(word);
    Optional<Section> part = meant.isEmpty() ? reference.section(word) : reference.part(word);
    if (meant.isEmpty() && part.isEmpty()) {
      return scenarios(reference, invocation).code();
    }
    if (example) {
      console.data().print(Examples.read(nameOfExample(meant)));
    } else {
      print(part.map(text::part).orElseGet(() -> text.full(meant)));
    }
    return ExitStatus.PASSED.code();
  }

  /** Shows what is no word: a file, or the files of a folder. */
  private ExitStatus scenarios(Reference reference, Invocation invocation) {
    boolean bare = word.indexOf('/') < 0 && !word.endsWith(".yaml") && !word.endsWith(".yml");
    if (example || bare && !Files.exists(Path.of(word))) {
      throw unknown(reference);
    }
    ReportSettings settings = invocation.reportSettings();
    Loading loading = new Loading(invocation);
    ExitStatus status = ExitStatus.PASSED;
    String between = "";
    for (Path file : ScenarioFiles.find(List.of(word)).files()) {
      console.out().print(between);
      between = System.lineSeparator();
      LoadResult loaded = loading.load(file);
      if (loaded.scenario().isPresent()) {
        print(new ScenarioText(settings).render(loaded.scenario().get()));
      } else {
        print(new MistakesText(settings).render(Loading.invalid(loaded), ""));
        status = ExitStatus.INVALID;
      }
    }
    return status;
  }

  /** The words that a shell may offer; read only when it asks. */
  static final class Words implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return new Reference(statuses())
          .topics()
          .map(Topic::name)
          .filter(name -> name.matches("[a-z_]+"))
          .distinct()
          .sorted()
          .iterator();
    }
  }

  /** The exit statuses as topics. */
  static List<Topic> statuses() {
    return Arrays.stream(ExitStatus.values())
        .map(one -> Topic.of(Kind.STATUS, "status", "" + one.code(), one.sentence()))
        .toList();
  }

  private String nameOfExample(List<Topic> meant) {
    return meant.stream()
        .flatMap(topic -> topic.example().stream())
        .findFirst()
        .orElseThrow(
            () ->
                new UseException(
                    "there is no whole scenario that shows `" + word + "`",
                    "labrun explain " + word + "    shows how it is written"));
  }

  private UseException unknown(Reference reference) {
    String list = "labrun explain    lists all words";
    return reference
        .nearest(word)
        .map(near -> new UseException(nothing(), "did you mean `" + near + "`?", list))
        .orElseGet(() -> new UseException(nothing(), list));
  }

  private String nothing() {
    return "the language has no word `" + word + "`, and there is no such file";
  }

  private void print(List<String> lines) {
    lines.forEach(console.out()::println);
  }
}
