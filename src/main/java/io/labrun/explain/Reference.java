package io.labrun.explain;

import io.labrun.source.DidYouMean;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All words of the language, in sections, and the way to find one. */
public final class Reference {
  private static final String SCENARIO = "scenario";

  private final List<Section> sections = new ArrayList<>();

  /**
   * The language as it is.
   *
   * @param statuses the exit statuses, which belong to the command line
   */
  public Reference(List<Topic> statuses) {
    SchemaTopics schema = new SchemaTopics();
    sections.add(new Section(Kind.CHECK, "check", schema.checks()));
    sections.add(new Section(Kind.ACTION, "action", schema.actions()));
    sections.add(new Section(Kind.OPERATOR, "operator", schema.operators()));
    schema.keys().forEach((home, topics) -> sections.add(new Section(Kind.KEY, home, topics)));
    sections.add(new Section(Kind.LIVE, "live", LiveTopics.all()));
    sections.add(new Section(Kind.GRANT, "grant", GrantTopics.all()));
    sections.add(new Section(Kind.STATUS, "status", statuses));
  }

  /** All sections, in the order in which they are shown. */
  public List<Section> sections() {
    return sections;
  }

  /** Whether a section is about what is given to a check or an action: shown with that one. */
  public boolean isArgument(Section section) {
    return topics()
        .filter(topic -> topic.kind() == Kind.CHECK || topic.kind() == Kind.ACTION)
        .anyMatch(topic -> topic.name().equals(section.home()));
  }

  /** The section of a home: {@code check}, {@code container} ... */
  public Optional<Section> section(String home) {
    return sections.stream().filter(section -> section.home().equals(home)).findFirst();
  }

  /** All keys of a scenario, or of one of the things it has many of: {@code container} ... */
  public Optional<Section> part(String word) {
    boolean isPart = word.equals(SCENARIO) || whole(word).isPresent();
    return isPart ? section(word) : Optional.empty();
  }

  /** The key of a scenario under which the parts of a name stand: {@code hosts} for a host. */
  Optional<Topic> whole(String part) {
    return section(SCENARIO).orElseThrow().topics().stream()
        .filter(topic -> topic.name().equals(part + "s"))
        .findFirst();
  }

  /** The homes of the keys that have this name, in the order of the language. */
  List<String> homes(String key) {
    return topics()
        .filter(topic -> topic.kind() == Kind.KEY && topic.name().equals(key))
        .map(Topic::home)
        .toList();
  }

  /**
   * What a word means: the topics of that name or qualified name, of a live value also with a key
   * of the author's before the dot; empty where it means nothing.
   */
  public List<Topic> find(String word) {
    return topics().filter(topic -> isMeant(topic, word)).toList();
  }

  private static boolean isMeant(Topic topic, String word) {
    return topic.name().equals(word)
        || topic.qualified().equals(word)
        || topic.kind() == Kind.LIVE && LiveTopics.isMeant(topic, word);
  }

  /** The word that was probably meant by one that means nothing. */
  public Optional<String> nearest(String word) {
    Set<String> words = new LinkedHashSet<>();
    topics().filter(topic -> topic.kind() != Kind.STATUS).map(Topic::name).forEach(words::add);
    sections.stream().map(Section::home).forEach(words::add);
    topics().map(Topic::qualified).forEach(words::add);
    return DidYouMean.nearest(word, words);
  }

  /** Every topic of every section. */
  public Stream<Topic> topics() {
    return sections.stream().flatMap(section -> section.topics().stream());
  }
}
