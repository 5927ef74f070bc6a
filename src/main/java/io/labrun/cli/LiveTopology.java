package io.labrun.cli;

import io.labrun.load.LoadResult;
import io.labrun.plan.Plan;
import io.labrun.plan.Planner;
import io.labrun.report.graph.TopologyOf;
import io.labrun.run.Cancellation;
import io.labrun.run.Runner;
import io.labrun.run.StandingRun;
import io.labrun.run.StandingRuns;
import io.labrun.run.engine.Engine;
import io.labrun.scenario.Scenario;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Looks what stands of a file's run.
 *
 * @param invocation what was asked
 * @param machines the machines that are hosts; closed with the engine
 */
record LiveTopology(Invocation invocation, Machines machines) {

  /**
   * What stands of the run of a file.
   *
   * @param id which run, where several stand
   * @throws UseException if none stands, or several do
   */
  Drawing of(Path file, Optional<String> id) {
    try (machines;
        Engine engine = invocation.connect()) {
      StandingRun run = new StandingFinder(new StandingRuns(engine).list()).only(file, id);
      Map<String, String> values = new LinkedHashMap<>(run.variables());
      values.putAll(invocation.values());
      LoadResult loaded = new Loading(invocation.with(values)).load(file);
      if (loaded.scenario().isEmpty()) {
        return new Drawing(loaded, Optional.empty());
      }
      Scenario scenario = loaded.scenario().get();
      Plan plan = Planner.plan(scenario, run.run(), machines.of(scenario));
      Runner runner =
          new Runner(
              engine,
              machines.engines(),
              RunLabelling.standing(file, values, invocation.console().env()),
              event -> {},
              new Cancellation());
      return new Drawing(loaded, Optional.of(TopologyOf.standing(plan, runner.look(plan))));
    }
  }
}
