package io.labrun.load.yaml;

import io.labrun.load.yaml.Node.Pair;
import io.labrun.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A list or map whose end has not been read yet. */
final class Frame {
  private final boolean isMap;
  private final int start;
  private final Optional<String> anchor;
  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, Pair> pairs = new LinkedHashMap<>();
  private final Set<String> ownKeys = new HashSet<>();
  private Optional<Node.Scalar> key = Optional.empty();
  private boolean drops;
  private long weight = 1;
  private int height;
  private int end;

  Frame(boolean isMap, int start, Optional<String> anchor) {
    this.isMap = isMap;
    this.start = start;
    this.end = start;
    this.anchor = anchor;
  }

  int start() {
    return start;
  }

  Optional<String> anchor() {
    return anchor;
  }

  /** The end of what has been read of it: a block collection ends with its last value. */
  int end() {
    return end;
  }

  void endsAt(int offset) {
    end = offset;
  }

  boolean expectsKey() {
    return isMap && key.isEmpty();
  }

  /** Where a key stands that is already in the map; merged ones may be written again. */
  Optional<Span> earlier(String name) {
    return ownKeys.contains(name) ? Optional.of(pairs.get(name).keySpan()) : Optional.empty();
  }

  /** Takes a key; with {@code drop} the value that follows is thrown away. */
  void key(Node.Scalar scalar, boolean drop) {
    key = Optional.of(scalar);
    drops = drop;
    end = scalar.span().end();
  }

  /** Whether the waiting key is the merge key, which is written without quotes. */
  boolean expectsMerge() {
    return key.filter(scalar -> scalar.plain() && scalar.text().equals("<<")).isPresent();
  }

  /** Takes a value: the next item, or what the waiting key stands for. */
  void value(Node node) {
    if (!isMap) {
      nodes.add(node);
      grow(node);
    } else if (!drops) {
      Node.Scalar name = key.orElseThrow();
      ownKeys.add(name.text());
      pairs.put(name.text(), new Pair(name.text(), name.span(), node));
      grow(node);
    }
    key = Optional.empty();
  }

  /** Takes another map's pairs where no key of the same name was written or merged before. */
  void merge(Node.Pairs other) {
    for (Pair pair : other.pairs()) {
      if (pairs.putIfAbsent(pair.key(), pair) == null) {
        grow(pair.value());
      }
    }
  }

  /** Ends the wait of the merge key. */
  void merged() {
    key = Optional.empty();
  }

  private void grow(Node node) {
    weight += node.weight();
    height = Math.max(height, node.height());
  }

  /** The number of values read so far, with every alias written out. */
  long weight() {
    return weight;
  }

  /** The collection as a node. */
  Node toNode(Span span) {
    int all = (int) Math.min(weight, Integer.MAX_VALUE);
    return isMap
        ? new Node.Pairs(List.copyOf(pairs.values()), span, all, height + 1)
        : new Node.Items(List.copyOf(nodes), span, all, height + 1);
  }
}
