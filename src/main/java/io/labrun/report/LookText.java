package io.labrun.report;

import io.labrun.event.AssertionResult;
import io.labrun.event.Observation;
import io.labrun.plan.HostContainer;
import io.labrun.plan.Placement;
import io.labrun.plan.Plan;
import io.labrun.plan.StepKind;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The commands with which a reader can look at what did not hold. */
public final class LookText {
  private static final int MOST_SHELLS = 3;
  private static final List<String> SUBJECTS = List.of("container", "from", "to");

  private final ReportSettings settings;

  /** Commands as the settings say. */
  public LookText(ReportSettings settings) {
    this.settings = settings;
  }

  /** The commands for one result; empty where there is nothing to look at. */
  public List<String> commands(AssertionResult result, Plan plan) {
    Optional<String> shell =
        container(result, plan)
            .map(key -> shell(key, plan))
            .orElseGet(() -> service(result, plan).flatMap(key -> tasks(key, plan)));
    if (shell.isEmpty() || !(settings.stands() || isRepeatable(plan))) {
      return List.of();
    }
    return settings.stands() ? List.of(shell.get()) : List.of(up(plan), shell.get());
  }

  /** A stream can't be had again, nor is what a student handed in beside the exercise's file. */
  private boolean isRepeatable(Plan plan) {
    return settings.repeatable() && !plan.scenario().source().name().equals("-");
  }

  /** The commands for what stands. */
  List<String> shells(Plan plan) {
    return plan.keys(StepKind.CONTAINER).stream()
        .limit(MOST_SHELLS)
        .flatMap(key -> shell(key, plan).stream())
        .toList();
  }

  private Optional<String> shell(String key, Plan plan) {
    return on(
        Placement.hostOf(plan.scenario().containers().get(key)),
        plan,
        List.of("exec", "-it", plan.names().containers().get(key), "sh"));
  }

  private Optional<String> tasks(String key, Plan plan) {
    return on(
        Placement.hostOf(plan.scenario().services().get(key)),
        plan,
        List.of("service", "ps", plan.names().services().get(key)));
  }

  /** To the engine of a host one goes through that host; not to one on a machine of its own. */
  private Optional<String> on(String host, Plan plan, List<String> words) {
    List<String> all = new ArrayList<>();
    if (!host.equals(Placement.MAIN)) {
      all.addAll(List.of("exec", "-it", HostContainer.name(plan.run(), host), "docker"));
    }
    all.addAll(words);
    return host.equals(Placement.MAIN) || plan.keys(StepKind.HOST).contains(host)
        ? Optional.of(settings.docker(all.toArray(String[]::new)))
        : Optional.empty();
  }

  private String up(Plan plan) {
    String file = plan.scenario().source().name();
    List<String> words = new ArrayList<>(List.of("up", file));
    words.addAll(List.of("--run", plan.run().id()));
    words.addAll(GrantText.words(plan.scenario()));
    words.addAll(settings.given());
    return settings.labrunOn(file, words.toArray(String[]::new));
  }

  private static Optional<String> container(AssertionResult result, Plan plan) {
    View check = new View(result.assertion().check().arguments(), TextResolver.AS_WRITTEN);
    Stream<String> seen =
        Stream.concat(
                result.observations().stream().filter(o -> !o.mismatches().isEmpty()),
                result.observations().stream())
            .map(Observation::subject)
            .map(subject -> subject.split(" ", 2)[0]);
    Stream<String> written = SUBJECTS.stream().flatMap(key -> check.texts(key).stream());
    return Stream.concat(seen, written).filter(plan.names().containers()::containsKey).findFirst();
  }

  private static Optional<String> service(AssertionResult result, Plan plan) {
    View check = new View(result.assertion().check().arguments(), TextResolver.AS_WRITTEN);
    return Stream.of("service", "container", "from", "to")
        .flatMap(key -> check.texts(key).stream())
        .filter(plan.names().services()::containsKey)
        .findFirst();
  }
}
