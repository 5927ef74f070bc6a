package io.labrun.load.rule;

import io.labrun.load.schema.Names;
import io.labrun.load.schema.Place;
import io.labrun.load.vars.Undeclared;
import io.labrun.scenario.Data;
import io.labrun.scenario.LiveRef;
import io.labrun.scenario.LiveRoot;
import io.labrun.scenario.Template;
import io.labrun.source.Diagnostic;
import io.labrun.source.DidYouMean;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A live value is one that its container, host, network, volume or run has. */
final class LiveValueRule implements Rule {
  private static final Map<String, String> OTHER_WORDS =
      Map.of(
          "address", "ip",
          "adress", "ip",
          "ip_address", "ip",
          "ipv4", "ip",
          "ipv4_address", "ip",
          "mac_address", "mac",
          "host", "hostname",
          "cidr", "subnet");

  @Override
  public void check(Draft draft, Consumer<Diagnostic> report) {
    for (Place place : draft.places()) {
      if (place.value() instanceof Data.Text text) {
        text.template().lives().forEach(live -> check(draft.names(), draft, live, report));
      }
    }
  }

  private static void check(
      Names names, Draft draft, Template.Live live, Consumer<Diagnostic> report) {
    LiveRef ref = live.ref();
    if (ref.path().isEmpty()) {
      bare(names, draft, live, report);
      return;
    }
    if (names.lacks(ref)) {
      report.accept(unknownRoot(names, draft, live));
      return;
    }
    Set<LiveRoot> roots = roots(names, ref.root());
    boolean known = roots.stream().anyMatch(root -> root.path(ref.path()).isPresent());
    if (!roots.isEmpty() && !known) {
      report.accept(unknownPath(live, roots));
    } else if (ref.path().get(0).equals("networks")
        && names.lacks(Names.NETWORK, ref.path().get(1))) {
      report.accept(Known.missing(names, Names.NETWORK, ref.path().get(1), live.span()));
    }
  }

  private static void bare(
      Names names, Draft draft, Template.Live live, Consumer<Diagnostic> report) {
    String root = live.ref().root();
    if (names.captured().contains(root)) {
      return;
    }
    Set<LiveRoot> roots = roots(names, root);
    if (roots.isEmpty()) {
      Set<String> known = new LinkedHashSet<>(draft.variables().names());
      known.addAll(names.captured());
      report.accept(Undeclared.variable(root, live.span(), known));
      return;
    }
    report.accept(
        Diagnostic.at(
                live.span(), "bad-live-value", "`${" + root + "}` does not say what of it is meant")
            .label("for example ${" + root + "." + paths(roots).get(0) + "}")
            .help(help(root, roots)));
  }

  private static Set<LiveRoot> roots(Names names, String root) {
    Set<LiveRoot> out = EnumSet.noneOf(LiveRoot.class);
    if (root.equals(Names.RUN)) {
      out.add(LiveRoot.RUN);
    }
    if (names.of(Names.CONTAINER).orElse(Set.of()).contains(root)) {
      out.add(LiveRoot.CONTAINER);
    }
    if (names.of(Names.HOST).orElse(Set.of()).contains(root)) {
      out.add(LiveRoot.HOST);
    }
    if (names.of(Names.SERVICE).orElse(Set.of()).contains(root)) {
      out.add(LiveRoot.SERVICE);
    }
    if (names.of(Names.NETWORK).orElse(Set.of()).contains(root)) {
      out.add(LiveRoot.NETWORK);
    }
    if (names.of(Names.VOLUME).orElse(Set.of()).contains(root)) {
      out.add(LiveRoot.VOLUME);
    }
    return out;
  }

  private static Diagnostic unknownRoot(Names names, Draft draft, Template.Live live) {
    Set<String> known = new LinkedHashSet<>();
    for (String kind :
        List.of(Names.CONTAINER, Names.SERVICE, Names.HOST, Names.NETWORK, Names.VOLUME)) {
      known.addAll(names.of(kind).orElse(Set.of()));
    }
    String root = live.ref().root();
    String rest = String.join(".", live.ref().path());
    String label =
        DidYouMean.nearest(root, known)
            .map(near -> "did you mean `${" + near + "." + rest + "}`?")
            .orElse("");
    String message =
        draft.names().captured().contains(root)
            ? "the captured `" + root + "` has no parts"
            : "there is no container, service, host, network or volume `" + root + "`";
    return Diagnostic.at(live.span(), "unknown-reference", message).label(label);
  }

  private static Diagnostic unknownPath(Template.Live live, Set<LiveRoot> roots) {
    String root = live.ref().root();
    String written = String.join(".", live.ref().path());
    String label =
        DidYouMean.nearest(written, paths(roots))
            .or(() -> Optional.ofNullable(OTHER_WORDS.get(written.toLowerCase(Locale.ROOT))))
            .filter(paths(roots)::contains)
            .map(near -> "did you mean `${" + root + "." + near + "}`?")
            .orElse("");
    return Diagnostic.at(
            live.span(), "bad-live-value", "`" + root + "` has no live value `" + written + "`")
        .label(label)
        .help(help(root, roots));
  }

  private static List<String> paths(Set<LiveRoot> roots) {
    List<String> out = new ArrayList<>();
    roots.forEach(root -> out.addAll(root.paths()));
    return out;
  }

  private static String help(String root, Set<LiveRoot> roots) {
    List<String> shown = paths(roots).stream().map(path -> readable(path)).toList();
    return "`" + root + "` has: " + String.join(", ", shown);
  }

  private static String readable(String path) {
    return path.replace("networks." + LiveRoot.ANY, "networks.NETWORK")
        .replace("ports." + LiveRoot.ANY, "ports.PORT");
  }
}
