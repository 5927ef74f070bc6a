package io.labrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a real bash completes with the script that labrun prints. */
class CompletionTest {
  @TempDir Path folder;

  private Path script;

  @BeforeEach
  void print() throws IOException {
    World world = new World();
    assertEquals(0, world.run("completion"));
    script = Files.writeString(folder.resolve("labrun"), world.out());
  }

  @Test
  void all_commands() throws Exception {
    List<String> offered = offered("");
    Commands.names().forEach(name -> assertTrue(offered.contains(name), name + " in " + offered));
  }

  @ParameterizedTest
  @CsvSource({
    "run --al, --allow",
    "run --allow pri, privileged",
    "up --allow al, all",
    "check --allow docker, docker-socket",
    "run --keep f, failed",
    "run --dry-run --as d, docker",
    "plan --as t, text",
    "graph --format m, mermaid",
    "graph --li, --live",
    "run --lang r, ru",
    "explain --lang r, ru",
    "validate --la, --lang",
    "new --lang e, en",
    "run --color n, never",
    "explain healthc, healthcheck",
    "explain --exam, --example",
    "trust --rem, --remove",
    "run --off, --offline",
    "up --off, --offline",
    "images pull --mi, --mirror",
    "images load --rep, --replace",
    "doctor --f, --fix"
  })
  void the_words_that_go_on(String typed, String expected) throws Exception {
    assertEquals(expected, String.join(" ", offered(typed)));
  }

  /** What is offered at the end of these words. */
  private List<String> offered(String typed) throws Exception {
    String ask =
        """
        compopt() { :; }
        source "$0"
        COMP_WORDS=(labrun $1) COMP_CWORD=$2
        _complete_labrun
        printf '%s\\n' "${COMPREPLY[@]}" | sort -u
        """;
    int last = typed.isEmpty() ? 1 : typed.split(" ").length;
    Process bash =
        new ProcessBuilder("bash", "-c", ask, script.toString(), typed, "" + last)
            .redirectErrorStream(true)
            .start();
    String out = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, bash.waitFor(), out);
    return out.lines().toList();
  }
}
