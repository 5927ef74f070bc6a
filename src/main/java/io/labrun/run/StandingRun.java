package io.labrun.run;

import io.labrun.plan.RunName;
import io.labrun.run.engine.LabelledObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands of a run on an engine.
 *
 * @param run its name
 * @param owner who made it, as the label says
 * @param file the scenario's file; empty where the label is missing
 * @param variables values that were given with {@code --set}
 * @param machines where the machines are reached that are its hosts, as URLs
 * @param objects all that carries its label
 */
public record StandingRun(
    RunName run,
    String owner,
    Optional<String> file,
    Map<String, String> variables,
    List<String> machines,
    List<LabelledObject> objects) {}
