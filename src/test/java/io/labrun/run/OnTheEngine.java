package io.labrun.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.labrun.event.ScenarioResult;
import io.labrun.run.engine.Engine;
import io.labrun.testbed.TestEngine;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/**
 * Tests that run scenarios on the real engine, of each test's last run of which nothing is left.
 */
abstract class OnTheEngine {
  final Engine engine = TestEngine.connect();
  LabRun lab;

  @AfterEach
  final void nothingIsLeft() {
    try (engine) {
      if (lab != null) {
        lab.remove();
        assertEquals(List.of(), lab.standing());
      }
    }
  }

  /** Runs a scenario to its end. */
  final ScenarioResult run(String yaml) {
    lab = LabRun.of(engine, yaml);
    return lab.run();
  }

  /** Runs a scenario of which all is to hold. */
  final void passes(String yaml) {
    LabRun.passed(run(yaml));
  }
}
