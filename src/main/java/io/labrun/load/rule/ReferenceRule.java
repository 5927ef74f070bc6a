package io.labrun.load.rule;

import io.labrun.load.schema.Names;
import io.labrun.load.schema.Place;
import io.labrun.scenario.Data;
import io.labrun.scenario.spec.IpAddress;
import io.labrun.source.Diagnostic;
import io.labrun.source.Span;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What names a container, host, network or volume names one that is declared.
 *
 * <p>Which texts and keys do so the schema says ({@code x-labrun-ref}); {@code engine} there allows
 * that word, {@code address} an address or a name that DNS may know, {@code task} a service's name
 * with a point and more.
 */
final class ReferenceRule implements Rule {
  private static final String ANNOTATION = "x-labrun-ref";
  private static final String ENGINE = "engine";
  private static final String ADDRESS = "address";
  private static final String TASK = "task";

  @Override
  public void check(Draft draft, Consumer<Diagnostic> report) {
    Set<String> aliases = Aliases.of(draft.scenario());
    draft.places().forEach(place -> check(draft, place, aliases, report));
  }

  private static void check(
      Draft draft, Place place, Set<String> aliases, Consumer<Diagnostic> report) {
    List<String> kinds = place.annotations(ANNOTATION);
    if (place.value() instanceof Data.Text text && !kinds.isEmpty()) {
      if (draft.isKnown(text)) {
        check(draft, kinds, text.template().asWritten(), text.span(), aliases, report);
      } else if (!kinds.contains(ADDRESS) && !draft.unfilled().contains(text)) {
        report.accept(live(kinds, text));
      }
    }
    List<String> keyKinds = place.keyAnnotations(ANNOTATION);
    if (place.value() instanceof Data.Mapping mapping && !keyKinds.isEmpty()) {
      mapping
          .entries()
          .values()
          .forEach(e -> check(draft, keyKinds, e.key(), e.keySpan(), aliases, report));
    }
  }

  private static Diagnostic live(List<String> kinds, Data.Text text) {
    return Diagnostic.at(
            text.template().lives().get(0).span(),
            "no-live-value",
            "a live value cannot name a " + kinds.get(0))
        .label("write its name, or a variable");
  }

  private static void check(
      Draft draft,
      List<String> kinds,
      String name,
      Span span,
      Set<String> aliases,
      Consumer<Diagnostic> report) {
    boolean allowed =
        kinds.contains(Names.ASSERTION)
            || kinds.contains(ENGINE) && name.equals(ENGINE)
            || kinds.contains(TASK) && Known.serviceOf(draft.names(), name).isPresent()
            || kinds.contains(ADDRESS) && (isAddress(name) || aliases.contains(name));
    boolean declared =
        kinds.stream()
            .filter(kind -> !Set.of(ENGINE, ADDRESS, TASK).contains(kind))
            .anyMatch(kind -> !draft.names().lacks(kind, name));
    if (!allowed && !declared) {
      report.accept(Known.missing(draft.names(), kinds.get(0), name, span));
    }
  }

  private static boolean isAddress(String name) {
    return name.contains(".") || name.equals("localhost") || IpAddress.parse(name).isPresent();
  }
}
