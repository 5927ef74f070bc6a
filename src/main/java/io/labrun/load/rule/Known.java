package io.labrun.load.rule;

import io.labrun.load.schema.Names;
import io.labrun.source.Diagnostic;
import io.labrun.source.DidYouMean;
import io.labrun.source.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What to say of a name that nothing declares. */
final class Known {
  private static final int MOST_LISTED = 8;

  private Known() {}

  /** The mistake of naming something of a kind that there is not. */
  static Diagnostic missing(Names names, String kind, String name, Span span) {
    Set<String> there = names.of(kind).orElse(Set.of());
    Diagnostic missing =
        Diagnostic.at(span, "unknown-reference", "there is no " + kind + " `" + name + "`");
    Optional<String> other = otherKind(names, kind, name);
    if (other.isPresent()) {
      return missing.label("`" + name + "` is a " + other.get());
    }
    Optional<String> service = serviceOf(names, name);
    if (service.isPresent()) {
      return missing.label(
          "it would be a task: of tasks only the service is named, `%s`".formatted(service.get()));
    }
    return missing.label((DidYouMean.question(name, there) + " " + list(kind, there)).strip());
  }

  /** The service whose task a name would be; of tasks only the swarm knows which there are. */
  static Optional<String> serviceOf(Names names, String task) {
    return names.of(Names.SERVICE).orElse(Set.of()).stream()
        .filter(service -> task.startsWith(service + ".") && task.length() > service.length() + 1)
        .findFirst();
  }

  private static Optional<String> otherKind(Names names, String kind, String name) {
    return List.of(Names.CONTAINER, Names.SERVICE, Names.HOST, Names.NETWORK, Names.VOLUME).stream()
        .filter(other -> !other.equals(kind))
        .filter(other -> names.of(other).orElse(Set.of()).contains(name))
        .findFirst();
  }

  /** "Containers: web, client"; says so where there are none, and leaves a long list out. */
  static String list(String kind, Set<String> names) {
    if (names.isEmpty()) {
      return "none is declared";
    }
    String plural = kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1) + "s";
    return names.size() > MOST_LISTED ? "" : plural + ": " + String.join(", ", names);
  }
}
