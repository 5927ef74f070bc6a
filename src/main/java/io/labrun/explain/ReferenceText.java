package io.labrun.explain;

import io.labrun.report.InlineMarkdown;
import io.labrun.report.Pen;
import io.labrun.source.TextWidth;
import io.labrun.source.Theme;
import io.labrun.source.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows the words of the language: all in a list, or some in full. */
public final class ReferenceText {
  private static final int MOST_OF_A_NAME = 24;

  private final Reference reference;
  private final Pen pen;
  private final InlineMarkdown prose;

  /** The words of a reference, shown in a theme. */
  public ReferenceText(Reference reference, Theme theme) {
    this.reference = reference;
    this.pen = new Pen(theme);
    this.prose = new InlineMarkdown(pen);
  }

  /** Every word with its one sentence. */
  public List<String> all() {
    List<String> out = new ArrayList<>();
    reference.sections().stream()
        .filter(section -> !reference.isArgument(section))
        .forEach(section -> out.addAll(section(section)));
    out.add(pen.paint(Tone.MUTED, "labrun explain WORD    shows one in full, with an example"));
    return out;
  }

  /** A section with one sentence a word, and an empty line after it. */
  public List<String> section(Section section) {
    List<String> out = new ArrayList<>();
    out.add(pen.paint(Tone.STRONG, section.title()));
    int room = room(section.topics());
    section.topics().forEach(topic -> out.addAll(entry(topic.name(), room, topic.sentence())));
    out.add("");
    return out;
  }

  /**
   * A part of which a scenario has many, such as {@code host}: what it is, its keys, and where else
   * its name is a key.
   */
  public List<String> part(Section section) {
    List<String> out = new ArrayList<>();
    String word = section.home();
    reference
        .whole(word)
        .ifPresent(
            whole -> {
              String dot = " " + pen.theme().marks().dot() + " ";
              String what = "one of `" + whole.name() + "`" + dot + whole.title();
              out.addAll(prose.beside(word + dot, Tone.STRONG, what));
              out.addAll(prose.beside("  ", Tone.STRONG, pen.safe(whole.description())));
              out.add("");
            });
    out.addAll(section(section));
    List<String> homes = reference.homes(word);
    if (!homes.isEmpty()) {
      String all = homes.stream().map(home -> "`" + home + "`").collect(Collectors.joining(", "));
      String text = "`%s` is also a key of %s: labrun explain %s.%s";
      out.addAll(prose.beside("", Tone.MUTED, text.formatted(word, all, homes.get(0), word)));
    }
    return out;
  }

  /** Topics in full, one below the other. */
  public List<String> full(List<Topic> topics) {
    List<String> out = new ArrayList<>();
    for (Topic topic : topics) {
      if (!out.isEmpty()) {
        out.add("");
      }
      out.addAll(full(topic));
    }
    return out;
  }

  private List<String> full(Topic topic) {
    List<String> out = new ArrayList<>();
    String what = topic.kind() == Kind.KEY ? "key of `" + topic.home() + "`" : topic.kind().word();
    String dot = " " + pen.theme().marks().dot() + " ";
    String title = topic.title().isEmpty() ? "" : dot + topic.title();
    out.addAll(prose.beside(topic.name() + dot, Tone.STRONG, what + title));
    out.addAll(prose.beside("  ", Tone.STRONG, pen.safe(topic.description())));
    facts(topic, out);
    part("Keys", topic.keys(), out);
    part("Fields of its result", topic.fields(), out);
    if (topic.kind() == Kind.CHECK) {
      check(topic, out);
    }
    samples(topic, out);
    topic.example().ifPresent(name -> example(name, out));
    return out;
  }

  private void facts(Topic topic, List<String> out) {
    List<String> facts = facts(topic);
    if (topic.kind() != Kind.CHECK && !facts.isEmpty()) {
      out.addAll(prose.beside("  It is ", Tone.MUTED, String.join("; ", facts) + "."));
    }
  }

  /** What may stand there, whether it must, and what holds without it. */
  private static List<String> facts(Topic topic) {
    return Stream.of(
            topic.required() ? "required" : "",
            topic.form(),
            topic.byDefault().map(value -> "without it `" + value + "`").orElse(""))
        .filter(fact -> !fact.isEmpty())
        .toList();
  }

  private void check(Topic check, List<String> out) {
    out.add("");
    String without = check.byDefault().map(value -> "`" + value + "`").orElse("it must be given");
    out.addAll(prose.beside("Without expect  ", Tone.STRONG, without));
    part("Time", timing(), out);
  }

  private List<Topic> timing() {
    List<String> words = List.of("within", "every", "hold", "timeout");
    return reference.section("assertion").orElseThrow().topics().stream()
        .filter(topic -> words.contains(topic.name()))
        .toList();
  }

  private void part(String title, List<Topic> topics, List<String> out) {
    if (topics.isEmpty()) {
      return;
    }
    out.add("");
    out.add(pen.paint(Tone.STRONG, title));
    int room = room(topics);
    for (Topic topic : topics) {
      String facts = String.join("; ", facts(topic));
      String text = facts.isEmpty() ? "" : " (" + facts + ")";
      out.addAll(entry(topic.name(), room, topic.description() + text));
    }
  }

  private void samples(Topic topic, List<String> out) {
    if (topic.samples().isEmpty() || topic.example().isPresent()) {
      return;
    }
    out.add("");
    out.add(pen.paint(Tone.STRONG, "For example"));
    topic.samples().forEach(value -> out.add("  " + pen.safe(topic.name() + ": " + value)));
  }

  private void example(String name, List<String> out) {
    out.add("");
    out.add(pen.paint(Tone.STRONG, "A whole scenario"));
    pen.safeLines(Examples.read(name)).forEach(line -> out.add(("  " + line).stripTrailing()));
  }

  private int room(List<Topic> topics) {
    int widest = topics.stream().mapToInt(topic -> TextWidth.of(topic.name())).max().orElse(0);
    return Math.min(Math.min(MOST_OF_A_NAME, pen.width() / 3), widest);
  }

  private List<String> entry(String name, int room, String text) {
    List<String> out = new ArrayList<>();
    String safe = pen.safe(text);
    if (TextWidth.of(name) > room) {
      out.add("  " + pen.paint(Tone.ACCENT, name));
      out.addAll(prose.beside(" ".repeat(room + 4), Tone.ACCENT, safe));
      return out;
    }
    String lead = "  " + name + " ".repeat(room - TextWidth.of(name) + 2);
    return prose.beside(lead, Tone.ACCENT, safe);
  }
}
