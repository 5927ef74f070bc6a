package io.labrun.load.rule;

import io.labrun.scenario.Assertion;
import io.labrun.scenario.Call;
import io.labrun.scenario.Data;
import io.labrun.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/** The checks and actions of a scenario, those that are only attempted too. */
final class Calls {
  private Calls() {}

  static List<Call> all(Scenario scenario) {
    List<Call> out = new ArrayList<>();
    for (Assertion assertion : scenario.assertions()) {
      out.addAll(assertion.actions());
      out.add(assertion.check());
      if (assertion.check().kind().equals("attempt")) {
        for (Data.Entry entry : assertion.check().arguments().entries().values()) {
          out.add(new Call(entry.key(), entry.keySpan(), entry.value()));
        }
      }
    }
    return out;
  }
}
