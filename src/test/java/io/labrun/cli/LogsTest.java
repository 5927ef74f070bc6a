package io.labrun.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What begins before the command line is understood must not settle that there is no log. */
final class LogsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-v",
        "-qv",
        "-vq",
        "--verbose",
        "--verbose=true",
        "--log-file",
        "--log-file=a",
        "@words"
      })
  void a_word_that_may_ask_for_a_log_keeps_one_possible(String word) {
    assertFalse(Logs.areUnwanted("run", word, "lab.yaml"));
  }

  @Test
  void without_such_a_word_there_is_none() {
    assertTrue(Logs.areUnwanted("run", "lab.yaml", "-j", "4", "--var", "a=-v b", "--allow", "all"));
  }
}
