package io.labrun.report.script;

import io.labrun.plan.Plan;
import io.labrun.scenario.spec.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The commands for {@code exec}, as a check or as an action. */
final class ExecCommand {
  private final Plan plan;
  private final ShellText text;
  private final Cli cli;

  ExecCommand(Plan plan, ShellText text, Cli cli) {
    this.plan = plan;
    this.text = text;
    this.cli = cli;
  }

  /** A command for each container. */
  List<String> of(View view) {
    return view.texts("container").stream().map(key -> in(key, view)).toList();
  }

  private String in(String key, View view) {
    Optional<String> file = view.view("stdin").text("file");
    Optional<String> input = view.text("stdin");
    List<String> words =
        new ArrayList<>(
            new Options()
                .flag("--interactive", file.isPresent() || input.isPresent())
                .add("--user", view.text("user"))
                .add("--workdir", view.text("workdir"))
                .pairs("--env", view.pairs("env"))
                .words());
    words.add(plan.names().containers().getOrDefault(key, key));
    words.addAll(
        view.text("shell")
            .map(script -> List.of("sh", "-c", script))
            .orElseGet(() -> view.words("command").orElse(List.of())));
    String before = input.map(t -> "printf %s " + text.word(t) + " | ").orElse("");
    String after = file.map(f -> " <" + text.word(f)).orElse("");
    boolean reads = file.isPresent() || input.isPresent();
    String docker = reads ? cli.reading(key) : cli.container(key);
    return before + docker + "exec " + text.words(words) + after;
  }
}
