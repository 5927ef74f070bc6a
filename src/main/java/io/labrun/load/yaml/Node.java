package io.labrun.load.yaml;

import io.labrun.source.Span;
import java.util.List;
import java.util.Optional;

/** A YAML value with its place, before variables are filled in; aliases share nodes. */
public sealed interface Node {

  /** Where the text of the value stands, without anchor and tag. */
  Span span();

  /** The number of values in it, itself included, with every alias written out. */
  int weight();

  /** How many levels of lists and maps it has; 0 for a scalar. */
  int height();

  /**
   * A text, number, flag or nothing.
   *
   * @param text what it says, quotes and escapes undone
   * @param plain whether it was written without quotes, so that its form decides its type
   */
  record Scalar(String text, boolean plain, Span span) implements Node {
    @Override
    public int weight() {
      return 1;
    }

    @Override
    public int height() {
      return 0;
    }
  }

  /** A list. */
  record Items(List<Node> nodes, Span span, int weight, int height) implements Node {}

  /** A key with its value. */
  record Pair(String key, Span keySpan, Node value) {}

  /** A map in the order of the file; keys are distinct, merge keys are merged in. */
  record Pairs(List<Pair> pairs, Span span, int weight, int height) implements Node {

    /** The value of a key. */
    public Optional<Node> get(String key) {
      return pairs.stream().filter(pair -> pair.key().equals(key)).map(Pair::value).findFirst();
    }
  }
}
