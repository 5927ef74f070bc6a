package io.labrun.report.graph;

import io.labrun.event.AssertionResult;
import io.labrun.event.Observation;
import io.labrun.event.Status;
import io.labrun.plan.Plan;
import io.labrun.report.graph.Topology.Network;
import io.labrun.report.graph.Topology.Node;
import io.labrun.report.graph.Topology.Reach;
import io.labrun.report.graph.Topology.Verdict;
import io.labrun.scenario.Assertion;
import io.labrun.scenario.Data;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds who tries to reach whom, and what came of it. */
final class ReachesOf {
  private static final String CHECK = "reach";

  /** What stands between the two in what a check calls its subject. */
  private static final String ARROW = " → ";

  private final Plan plan;
  private final List<AssertionResult> results;
  private final Targets targets;

  /** One start and one goal. */
  private record Way(String from, String to) {}

  ReachesOf(Plan plan, List<Node> nodes, List<Network> networks, List<AssertionResult> results) {
    this.plan = plan;
    this.results = results;
    this.targets = new Targets(plan.scenario(), nodes, networks);
  }

  /** All attempts, in the order of the assertions. */
  List<Reach> all() {
    List<Reach> out = new ArrayList<>();
    List<Assertion> assertions = plan.scenario().assertions();
    for (int index = 0; index < assertions.size(); index++) {
      if (assertions.get(index).check().kind().equals(CHECK)) {
        out.addAll(of(index + 1, assertions.get(index), result(index)));
      }
    }
    return out;
  }

  /** The nodes that are no containers, known after {@link #all}. */
  List<Node> targets() {
    return targets.made();
  }

  private Optional<AssertionResult> result(int index) {
    return index < results.size() ? Optional.of(results.get(index)) : Optional.empty();
  }

  private List<Reach> of(int number, Assertion assertion, Optional<AssertionResult> result) {
    boolean wanted = isWanted(assertion);
    List<Observation> seen = result.map(AssertionResult::observations).orElse(List.of());
    List<Reach> out = new ArrayList<>();
    for (Observation one : seen) {
      String[] ends = one.subject().split(ARROW, 2);
      if (ends.length == 2) {
        Verdict verdict = verdict(result.orElseThrow().status(), one, wanted);
        add(out, number, assertion, new Way(ends[0], ends[1]), wanted, verdict, one.summary());
      }
    }
    if (out.isEmpty()) {
      Verdict verdict = result.map(r -> verdict(r.status(), wanted)).orElse(Verdict.CLAIMED);
      String why =
          result.flatMap(AssertionResult::problem).map(problem -> problem.what()).orElse("");
      ways(assertion).forEach(way -> add(out, number, assertion, way, wanted, verdict, why));
    }
    return out;
  }

  private void add(
      List<Reach> out,
      int number,
      Assertion assertion,
      Way way,
      boolean wanted,
      Verdict verdict,
      String seen) {
    View view = new View(assertion.check().arguments(), TextResolver.AS_WRITTEN);
    String port =
        view.text("port")
            .map(p -> " (" + p + "/" + view.text("protocol").orElse("tcp") + ")")
            .orElse("");
    String words = way.from() + ARROW + way.to() + port;
    List<String> starts = targets.ids(way.from());
    List<String> goals = isLoopback(way.to()) ? starts : targets.ids(way.to());
    for (String from : starts) {
      for (String to : goals) {
        out.add(new Reach(number, assertion.name().name(), from, to, words, wanted, verdict, seen));
      }
    }
  }

  private static boolean isLoopback(String word) {
    return word.startsWith("127.") || word.equals("::1") || word.equals("localhost");
  }

  private static boolean isWanted(Assertion assertion) {
    return assertion
        .expect()
        .filter(Data.Mapping.class::isInstance)
        .flatMap(expect -> ((Data.Mapping) expect).get("reachable"))
        .filter(value -> value instanceof Data.Bool bool && !bool.value())
        .isEmpty();
  }

  private static Verdict verdict(Status status, Observation seen, boolean wanted) {
    if (!seen.mismatches().isEmpty()) {
      return Verdict.FAILED;
    }
    return status == Status.ERROR ? Verdict.ERROR : held(wanted);
  }

  private static Verdict verdict(Status status, boolean wanted) {
    return switch (status) {
      case PASSED -> held(wanted);
      case FAILED -> Verdict.FAILED;
      case ERROR -> Verdict.ERROR;
      case BLOCKED, SKIPPED -> Verdict.UNTRIED;
    };
  }

  private static Verdict held(boolean wanted) {
    return wanted ? Verdict.REACHED : Verdict.KEPT_OUT;
  }

  /** As the check goes: in a matrix, nobody goes to themselves. */
  private static Stream<Way> ways(Assertion assertion) {
    View view = new View(assertion.check().arguments(), TextResolver.AS_WRITTEN);
    List<String> starts = view.texts("from").stream().distinct().toList();
    List<String> goals = view.texts("to").stream().distinct().toList();
    boolean matrix = starts.size() > 1 || goals.size() > 1;
    return starts.stream()
        .flatMap(from -> goals.stream().map(to -> new Way(from, to)))
        .filter(way -> !matrix || !way.from().equals(way.to()));
  }
}
