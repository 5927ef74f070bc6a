package io.labrun.explain;

import io.labrun.report.GrantText;
import io.labrun.scenario.Grant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The grants, in the words with which somebody is asked for them. */
final class GrantTopics {
  private GrantTopics() {}

  /** All of them. */
  static List<Topic> all() {
    return Arrays.stream(Grant.values()).map(GrantTopics::topic).toList();
  }

  private static Topic topic(Grant grant) {
    String noun = GrantText.noun(grant);
    String what = noun.substring(0, 1).toUpperCase(Locale.ROOT) + noun.substring(1);
    return Topic.of(Kind.GRANT, "grant", grant.word(), what + ". " + GrantText.consequence(grant));
  }
}
