package io.labrun.cli;

import io.labrun.event.Problem;
import io.labrun.load.danger.Danger;
import io.labrun.report.GrantText;
import io.labrun.scenario.Grant;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Says what a scenario asks for, what it could do with it, where, and how a person gives it. */
final class GrantProblem {
  private static final int MOST_PLACES = 8;

  private GrantProblem() {}

  /** The words on dangers for which nobody has given the grants yet. */
  static Problem of(List<Danger> open, Path file) {
    Set<Grant> grants = Gate.grants(open);
    List<String> details = new ArrayList<>();
    String what = "it asks for " + list(grants.stream().map(GrantText::noun).toList());
    if (grants.size() == 1) {
      what += ". " + GrantText.consequence(grants.iterator().next());
    } else {
      grants.forEach(g -> details.add(g.word() + ": " + GrantText.consequence(g)));
    }
    open.stream().limit(MOST_PLACES).forEach(danger -> details.add(place(danger)));
    if (open.size() > MOST_PLACES) {
      details.add("and " + (open.size() - MOST_PLACES) + " more");
    }
    String words = grants.stream().map(Grant::word).collect(Collectors.joining(","));
    return Problem.of(what)
        .details(details)
        .help("To run it anyway: labrun --allow " + words + " " + file);
  }

  /** The same where the list of trusted folders is of no use. */
  static Problem with(Problem problem, UseException broken) {
    List<String> details = new ArrayList<>(problem.details());
    details.add(broken.getMessage() + ". " + String.join(" ", broken.help()));
    return problem.details(details);
  }

  private static String place(Danger danger) {
    return "line " + danger.span().line() + ": " + danger.what();
  }

  private static String list(List<String> nouns) {
    int last = nouns.size() - 1;
    return last == 0
        ? nouns.get(0)
        : String.join(", ", nouns.subList(0, last)) + " and " + nouns.get(last);
  }
}
