package io.labrun.run.check;

import io.labrun.scenario.Call;
import io.labrun.scenario.Data;
import java.util.List;
import java.util.Optional;

/** A kind of check: how it looks at its subjects, once. */
public interface Check {
  /** The word for it in a scenario. */
  String kind();

  /**
   * Looks once at each subject.
   *
   * @return a finding for each subject, in the order of the scenario; never empty
   * @throws io.labrun.run.lab.ProblemException if it could not be done
   * @throws io.labrun.run.engine.EngineException if the engine gave no answer
   */
  List<Finding> attempt(Call call, CheckContext context);

  /**
   * What is expected where the scenario says nothing; empty where it must say something.
   *
   * @param call gives the place that a mismatch points to
   */
  Optional<Data> expectedByDefault(Call call);

  /** The containers whose end makes further attempts useless, by key. */
  List<String> subjects(Call call);
}
