package io.labrun.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.labrun.event.Outcome;
import io.labrun.event.ScenarioResult;
import io.labrun.run.engine.Engine;
import io.labrun.testbed.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of environment variables, seen from inside a container. */
final class EnvFileIT {
  @TempDir Path folder;

  @Test
  void laterFilesWinAndTheScenarioWinsOverAll() throws IOException {
    Files.writeString(
        folder.resolve("one.env"), "A=one\nB='one # b'\nC=one\nLABRUN_IT\nNOBODY_HAS_IT\n");
    Files.writeString(folder.resolve("two.env"), "B=\"two\\tb\"\n");
    try (Engine engine = TestEngine.connect()) {
      ScenarioResult result =
          LabRun.of(
                  engine,
                  folder,
                  """
                  name: it-env-file
                  containers:
                    web:
                      image: busybox
                      command: sleep infinity
                      env_file: [one.env, two.env, {path: none.env, required: false}]
                      environment: {C: scenario}
                  assertions:
                    - name: they are there
                      exec: {container: web, shell: 'echo "$A-$B-$C-$LABRUN_IT"; env | grep -c NOBODY'}
                      expect: {exit_code: 1, stdout: "one-two\\tb-scenario-from outside\\n0"}
                  """)
              .run();
      assertEquals(Outcome.PASSED, result.outcome(), result.toString());
    }
  }
}
