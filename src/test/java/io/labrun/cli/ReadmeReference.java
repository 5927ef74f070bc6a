package io.labrun.cli;

import io.labrun.explain.Kind;
import io.labrun.explain.Reference;
import io.labrun.explain.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The reference in the README, as Markdown, from the same source as {@code labrun explain}. */
final class ReadmeReference {
  private static final String COMPOSE = "https://docs.docker.com/reference/compose-file/";

  private final Reference reference;
  private final List<String> out = new ArrayList<>();

  ReadmeReference(Reference reference) {
    this.reference = reference;
  }

  List<String> lines() {
    checks();
    list("Actions", "What stands under `do`, before the check.", Kind.ACTION);
    list("Operators", "In place of a value: what must be true of it.", Kind.OPERATOR);
    keys("The file", "scenario");
    keys("An assertion", "assertion");
    reference.section("requires").ifPresent(section -> keys("What it requires", "requires"));
    compose();
    live();
    grants();
    list("Exit statuses", ExitStatus.OF_SEVERAL, Kind.STATUS);
    return out;
  }

  private List<Topic> all(Kind kind) {
    return reference.topics().filter(topic -> topic.kind() == kind).toList();
  }

  private void heading(String title, String words) {
    out.addAll(List.of("### " + title, ""));
    if (!words.isEmpty()) {
      out.addAll(List.of(words, ""));
    }
  }

  private void checks() {
    heading("Checks", "An assertion has one. What is in bold must be given.");
    row("check", "what it does", "given", "result", "without `expect`");
    row("---", "---", "---", "---", "---");
    for (Topic check : all(Kind.CHECK)) {
      String without = check.byDefault().map(ReadmeReference::code).orElse("must be given");
      row(
          code(check.name()),
          cell(check.sentence()),
          check.keys().isEmpty() ? "an action" : names(check.keys()),
          check.fields().isEmpty() ? "one value, matched as it is" : names(check.fields()),
          without);
    }
    out.add("");
  }

  private static String names(List<Topic> topics) {
    return topics.stream()
        .map(topic -> topic.required() ? "**" + code(topic.name()) + "**" : code(topic.name()))
        .collect(Collectors.joining(", "));
  }

  private void grants() {
    heading("Grants", "What a person gives, with `--allow` or `labrun trust`.");
    row(Kind.GRANT.word(), "what it gives away");
    row("---", "---");
    all(Kind.GRANT).forEach(grant -> row(code(grant.name()), cell(grant.description())));
    out.add("");
  }

  private void list(String title, String words, Kind kind) {
    heading(title, words);
    row(kind.word(), "what it means");
    row("---", "---");
    all(kind).forEach(topic -> row(code(topic.name()), cell(topic.sentence())));
    out.add("");
  }

  private void keys(String title, String home) {
    heading(title, "");
    row("key", "what it is", "without it");
    row("---", "---", "---");
    for (Topic key : reference.section(home).orElseThrow().topics()) {
      String without = key.byDefault().map(ReadmeReference::code).orElse("");
      String name = key.required() ? "**" + code(key.name()) + "**" : code(key.name());
      row(name, cell(key.sentence()), key.required() ? "must be given" : without);
    }
    out.add("");
  }

  private void compose() {
    heading(
        "Containers, services, networks, volumes",
        "These take the keys of the [Compose specification]("
            + COMPOSE
            + "), in both forms where Compose has two; what each says: `labrun explain ports`.");
    for (String home : List.of("container", "service", "network", "volume")) {
      out.add("- `" + home + "s`: " + names(reference.section(home).orElseThrow().topics()));
    }
    out.add(
        "- `deploy` of a service: " + names(reference.section("deploy").orElseThrow().topics()));
    out.add("");
  }

  private void live() {
    heading("Live values", "What only the engine knows, in any text of a step.");
    row("value", "what it stands for");
    row("---", "---");
    all(Kind.LIVE).forEach(value -> row(code(value.name()), cell(value.sentence())));
    out.add("");
  }

  private void row(String... cells) {
    out.add("| " + String.join(" | ", cells) + " |");
  }

  private static String code(String text) {
    return "`" + text + "`";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
