package io.labrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A command that is suggested is for the engine that the user named. */
class SuggestionTest {

  private static String on(String line) {
    return Suggestion.on(Optional.of("ssh://lab2"), line);
  }

  @Test
  void commands_that_use_an_engine_name_it() {
    assertEquals("labrun ls --host ssh://lab2", on("labrun ls"));
    assertEquals(
        "labrun down x-4f2a --host ssh://lab2    removes", on("labrun down x-4f2a    removes"));
    assertEquals(
        "labrun images load x.tar --host ssh://lab2    puts",
        on("labrun images load x.tar    puts"));
    assertEquals("labrun images scenarios --host ssh://lab2", on("labrun images scenarios"));
    assertEquals("sudo labrun doctor --fix --host ssh://lab2", on("sudo labrun doctor --fix"));
    assertEquals(
        "labrun up a --host 'ssh://lab2/a b'",
        Suggestion.on(Optional.of("ssh://lab2/a b"), "labrun up a"));
  }

  @Test
  void others_do_not() {
    assertEquals("labrun ls", Suggestion.on(Optional.empty(), "labrun ls"));
    assertEquals("labrun trust --list", on("labrun trust --list"));
    assertEquals("labrun validate x.yaml", on("labrun validate x.yaml"));
    assertEquals("labrun", on("labrun"));
    assertEquals("labrun completion", on("labrun completion"));
    assertEquals("labrun run --help", on("labrun run --help"));
    assertEquals("--run ID: one of 4f2a", on("--run ID: one of 4f2a"));
  }
}
