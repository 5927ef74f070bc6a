package io.labrun.load.danger;

import io.labrun.files.OwnFolder;
import io.labrun.load.rule.Draft;
import io.labrun.scenario.Grant;
import io.labrun.scenario.Named;
import io.labrun.source.Diagnostic;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * All that is dangerous in a scenario is asked for, and nothing else is.
 *
 * <p>Looked at and found harmless: published ports (that is what they are for), limits of memory
 * and processes (a lab can slow a machine down, as any program can), {@code sysctls} (the engine
 * takes only those of the container's own namespaces), {@code extra_hosts} with {@code
 * host-gateway} (a container reaches that address anyway), {@code container:KEY} (only the
 * scenario's own containers have keys), fixed names (what exists already under one is refused, see
 * {@code run.Existing}), labels (labrun's own prevail), images (they run inside the walls) and
 * variables of labrun's own environment, which a scenario names one by one, as with Compose.
 */
public final class Dangers {
  private static final List<Finder> ALL =
      List.of(
          new Walls(),
          new SecurityOptions(),
          new HostImages(),
          new HostNamespaces(),
          new MainSwarm(),
          new Mounts(),
          new Replaceable(),
          new Volumes(),
          new Networks(),
          new LocalFiles(),
          new Builds(),
          new EngineSide());

  private Dangers() {}

  /**
   * Reports what is dangerous and not asked for, and what is asked for and not needed.
   *
   * @param folder the scenario's own
   * @param set the variables that a person has given a value for this run
   * @return all that is dangerous, in the order of the file
   */
  public static List<Danger> check(
      Draft draft,
      OwnFolder folder,
      Machine machine,
      Set<String> set,
      Consumer<Diagnostic> report) {
    Search search = new Search(draft, folder, machine, set, report);
    ALL.forEach(finder -> finder.find(search));
    Set<Grant> asked = EnumSet.noneOf(Grant.class);
    for (Named named : draft.scenario().requires().grants()) {
      Optional<Grant> grant = Grant.of(named.name());
      if (grant.isPresent() && !asked.add(grant.get())) {
        report.accept(twice(named));
      }
    }
    Set<Grant> needed = EnumSet.noneOf(Grant.class);
    search.found().forEach(danger -> needed.add(danger.grant()));
    search.found().stream()
        .filter(danger -> !asked.contains(danger.grant()))
        .forEach(danger -> report.accept(danger.unasked(needed)));
    superfluous(search, needed, report);
    return search.found().stream()
        .sorted(Comparator.comparingInt(danger -> danger.span().start()))
        .toList();
  }

  private static void superfluous(Search search, Set<Grant> needed, Consumer<Diagnostic> report) {
    Draft draft = search.draft();
    boolean whole = draft.damaged().isEmpty() && draft.unfilled().isEmpty();
    for (Named named : draft.scenario().requires().grants()) {
      Optional<Grant> grant = Grant.of(named.name());
      if (whole && grant.filter(g -> !isUseful(g, needed, search)).isPresent()) {
        report.accept(
            Diagnostic.at(
                    named.span(),
                    "superfluous-grant",
                    "`" + named.name() + "` is asked for, and nothing here needs it")
                .label("take it away"));
      }
    }
  }

  private static boolean isUseful(Grant grant, Set<Grant> needed, Search search) {
    return needed.contains(grant) || search.possible().contains(grant);
  }

  private static Diagnostic twice(Named named) {
    return Diagnostic.at(
        named.span(), "duplicate-grant", "`" + named.name() + "` is asked for twice");
  }
}
