package io.labrun.load.schema;

import io.labrun.scenario.Data;
import io.labrun.scenario.LiveRef;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.View;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names that a scenario declares, read from all that was written, sound or not.
 *
 * @param byKind keys of hosts, containers, services, networks, volumes and names of assertions; a
 *     kind is missing where its section is no map or list, so that nobody can say which names there
 *     are
 * @param captured names under which results are kept
 */
public record Names(Map<String, Set<String>> byKind, Set<String> captured) {
  /** The kind of containers, as in {@code x-labrun-ref}. */
  public static final String CONTAINER = "container";

  /** The kind of hosts. */
  public static final String HOST = "host";

  /** The kind of Swarm services. */
  public static final String SERVICE = "service";

  /** The kind of networks. */
  public static final String NETWORK = "network";

  /** The kind of volumes. */
  public static final String VOLUME = "volume";

  /** The kind of assertions. */
  public static final String ASSERTION = "assertion";

  /** The root of live values of the run itself. */
  public static final String RUN = "run";

  /** The names of a document. */
  public static Names of(Data.Mapping root) {
    Map<String, Set<String>> kinds = new LinkedHashMap<>();
    for (String kind : new String[] {HOST, CONTAINER, SERVICE, NETWORK, VOLUME}) {
      keys(root, kind + "s").ifPresent(keys -> kinds.put(kind, keys));
    }
    Set<String> captured = new LinkedHashSet<>();
    Optional<Data> assertions = root.entry("assertions").map(Data.Entry::value);
    if (assertions.isEmpty() || assertions.get() instanceof Data.Seq) {
      Set<String> names = new LinkedHashSet<>();
      for (View item : new View(root, TextResolver.AS_WRITTEN).views("assertions")) {
        item.text("name").ifPresent(names::add);
        captured.addAll(item.view("capture").map().entries().keySet());
      }
      kinds.put(ASSERTION, names);
    }
    return new Names(kinds, captured);
  }

  private static Optional<Set<String>> keys(Data.Mapping root, String section) {
    Optional<Data> value = root.entry(section).map(Data.Entry::value);
    if (value.isEmpty()) {
      return Optional.of(Set.of());
    }
    return value.get() instanceof Data.Mapping mapping
        ? Optional.of(mapping.entries().keySet())
        : Optional.empty();
  }

  /** The names of a kind; empty where nobody can say. */
  public Optional<Set<String>> of(String kind) {
    return Optional.ofNullable(byKind.get(kind));
  }

  /** Whether a kind surely has no such name. */
  public boolean lacks(String kind, String name) {
    return byKind.containsKey(kind) && !byKind.get(kind).contains(name);
  }

  /** Whether the root of a live value surely stands for nothing. */
  public boolean lacks(LiveRef ref) {
    if (ref.path().isEmpty()) {
      return !captured.contains(ref.root());
    }
    return !ref.root().equals(RUN)
        && lacks(CONTAINER, ref.root())
        && lacks(HOST, ref.root())
        && lacks(SERVICE, ref.root())
        && lacks(NETWORK, ref.root())
        && lacks(VOLUME, ref.root());
  }
}
