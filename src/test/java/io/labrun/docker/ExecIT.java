package io.labrun.docker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.run.engine.ExecRequest;
import io.labrun.run.engine.ExecResult;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Commands run in a container. */
class ExecIT {
  private static Lab lab;
  private static String container;

  @BeforeAll
  static void start() {
    lab = new Lab();
    container = lab.sleeper("box");
  }

  @AfterAll
  static void stop() {
    lab.close();
  }

  @Test
  void keepsTheTwoOutputsAndTheExitCode() {
    ExecResult result = lab.exec(container, "sh", "-c", "echo out; echo err >&2; exit 3");
    assertEquals(new ExecResult(Optional.of(3), "out\n", "err\n", false), result);
  }

  @Test
  void endsTheInput() {
    byte[] input = "a line\nzwölf €\n".repeat(20_000).getBytes(StandardCharsets.UTF_8);
    ExecResult result = lab.feed(container, input, "cat");
    assertEquals(Optional.of(0), result.exitCode());
    assertEquals(new String(input, StandardCharsets.UTF_8), result.stdout());
  }

  @Test
  void inputReachesACommandWhoseOutputIsWaitedFor() {
    for (int i = 0; i < 20; i++) {
      byte[] input = "ping".getBytes(StandardCharsets.UTF_8);
      ExecResult result = lab.feed(container, input, "sh", "-c", "usleep 20000; cat");
      assertEquals("ping", result.stdout());
    }
  }

  @Test
  void anEmptyInputEndsToo() {
    assertEquals("0\n", lab.feed(container, new byte[0], "wc", "-c").stdout());
  }

  @Test
  void aCommandThatDoesNotReadItsInputIsNoFailure() {
    ExecResult result = lab.feed(container, new byte[4 << 20], "true");
    assertEquals(Optional.of(0), result.exitCode());
  }

  @Test
  void passesUserFolderAndVariables() {
    ExecRequest request =
        new ExecRequest(
            container,
            List.of("sh", "-c", "id -u; pwd; echo $A"),
            Map.of("A", "b c"),
            Optional.of("7"),
            Optional.of("/tmp"),
            Optional.empty(),
            Lab.PATIENCE);
    assertEquals("7\n/tmp\nb c\n", lab.engine.exec(request).stdout());
  }

  @Test
  void keepsTheFirstMebibyteOfEachOutput() {
    ExecResult result =
        lab.exec(container, "sh", "-c", "yes | head -c 3000000; yes e | head -c 10 >&2");
    assertEquals(1 << 20, result.stdout().length());
    assertEquals("e\ne\ne\ne\ne\n", result.stderr());
    assertTrue(result.truncated());
    assertEquals(Optional.of(0), result.exitCode());
  }

  @Test
  void givesUpAtTheDeadlineWithWhatWasPrinted() {
    ExecResult result =
        lab.engine.exec(
            ExecRequest.of(
                container, Duration.ofSeconds(1), List.of("sh", "-c", "echo early; sleep 20")));
    assertTrue(result.timedOut());
    assertEquals("early\n", result.stdout());
    assertFalse(lab.exec(container, "true").timedOut());
  }

  @Test
  void aMissingCommandIs127OrSo() {
    ExecResult result = lab.exec(container, "no-such-command");
    assertTrue(List.of(126, 127).contains(result.exitCode().orElseThrow()));
  }

  @Test
  void doesNotWaitForWhatTheCommandLeftRunning() {
    ExecResult result = lab.exec(container, "sh", "-c", "sleep 25 & echo started");
    assertEquals(Optional.of(0), result.exitCode());
  }
}
