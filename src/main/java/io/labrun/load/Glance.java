package io.labrun.load;

import io.labrun.load.schema.TopLevel;
import io.labrun.load.yaml.Node;
import io.labrun.load.yaml.YamlComposer;
import io.labrun.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a glance at a YAML file tells before it is read as a scenario, also where it has mistakes.
 *
 * @param scenario whether it is meant as a scenario; so is all that cannot be told
 * @param name the scenario's name; empty where that cannot be told
 * @param tags the scenario's tags, which may be none; empty where they cannot be told
 */
public record Glance(boolean scenario, Optional<String> name, Optional<List<String>> tags) {
  /** Of what nothing can be told. */
  public static final Glance NOTHING = new Glance(true, Optional.empty(), Optional.empty());

  private static final String SCHEMA = "scenario.schema.json";

  /** A glance at a file; at {@link #NOTHING} if it cannot be read. */
  public static Glance at(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return at(in);
    } catch (IOException e) {
      return NOTHING;
    }
  }

  /** A glance at what a stream holds, as far as a scenario may go. */
  public static Glance at(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(ScenarioFile.MOST_BYTES + 1);
    ScenarioFile file = ScenarioFile.decode("", bytes);
    Optional<Node> root =
        bytes.length > ScenarioFile.MOST_BYTES
            ? Optional.empty()
            : file.text().flatMap(Glance::root);
    if (root.isPresent()) {
      boolean named = file.text().get().text().contains(SCHEMA);
      return new Glance(named || isScenario(root.get()), name(root.get()), tags(root.get()));
    }
    KeyLines lines = KeyLines.of(text(bytes));
    return new Glance(lines.isScenario(), lines.name(), Optional.empty());
  }

  private static Optional<Node> root(SourceText text) {
    return YamlComposer.compose(text).root();
  }

  /** The text of what is no scenario's text: every byte is some character. */
  private static String text(byte[] bytes) {
    boolean wide = bytes.length > 1 && (bytes[0] & bytes[1] & 0xFE) == 0xFE;
    return new String(bytes, wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
  }

  private static boolean isScenario(Node root) {
    if (root instanceof Node.Pairs pairs) {
      return TopLevel.isScenario(keys(pairs))
          || pairs.pairs().stream().anyMatch(pair -> has(pair.value(), TopLevel.OWN.subList(0, 1)));
    }
    return !(root instanceof Node.Items items)
        || items.nodes().stream().anyMatch(item -> has(item, TopLevel.OWN));
  }

  private static boolean has(Node node, List<String> keys) {
    return node instanceof Node.Pairs pairs
        && keys.stream().anyMatch(k -> pairs.get(k).isPresent());
  }

  private static List<String> keys(Node.Pairs pairs) {
    return pairs.pairs().stream().map(Node.Pair::key).toList();
  }

  private static Optional<String> name(Node root) {
    return get(root, "name").flatMap(Glance::text);
  }

  private static Optional<Node> get(Node root, String key) {
    return root instanceof Node.Pairs pairs ? pairs.get(key) : Optional.empty();
  }

  /** A text without variables; what these are is not known yet. */
  private static Optional<String> text(Node node) {
    return node instanceof Node.Scalar scalar && !scalar.text().contains("${")
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  private static Optional<List<String>> tags(Node root) {
    Optional<Node> tags = get(root, "tags");
    if (tags.isEmpty()) {
      return root instanceof Node.Pairs ? Optional.of(List.of()) : Optional.empty();
    }
    List<Node> nodes = tags.get() instanceof Node.Items items ? items.nodes() : List.of(tags.get());
    List<String> texts = nodes.stream().flatMap(node -> text(node).stream()).toList();
    return texts.size() == nodes.size() ? Optional.of(texts) : Optional.empty();
  }
}
