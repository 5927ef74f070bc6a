package io.labrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.testbed.Takes;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built program reads what it is given: under any name, in any locale, through a pipe. */
@Takes(seconds = 2)
final class GivenFilesIT {
  private static final String PROGRAM = Path.of("target/labrun").toAbsolutePath().toString();

  /** A shell makes the files: which names Java can give depends on the locale of the tests. */
  private static final String FILE =
      "printf 'name: lab\\ncontainers: {c: {image: busybox}}\\n' >\"$(printf '%s.yaml')\"\n";

  @TempDir private Path folder;

  private String run(int status, String script) throws Exception {
    ProcessBuilder shell = new ProcessBuilder("sh", "-c", script).directory(folder.toFile());
    shell.environment().keySet().removeIf(name -> name.matches("LC_.*|LANG"));
    Process process = shell.redirectErrorStream(true).start();
    try (InputStream out = process.getInputStream()) {
      String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(status, process.waitFor(), text);
      return text;
    }
  }

  @Test
  void names_in_utf_8_are_found_in_the_plain_locale_too() throws Exception {
    String script =
        FILE.formatted("\\320\\264") + PROGRAM + " validate . \"$(printf '\\320\\264.yaml')\"";
    assertEquals("д.yaml: no mistakes\n", run(0, script));
  }

  @Test
  void a_pipe_is_read_to_its_end() throws Exception {
    String pipe = FILE.formatted("a") + "cat a.yaml | " + PROGRAM + " run -n --filter lab -";
    assertTrue(run(0, pipe).startsWith("lab\n"));
  }

  @Test
  void what_is_closed_is_empty_and_not_another_file() throws Exception {
    String out = run(3, PROGRAM + " validate - <&-");
    assertTrue(out.contains("there is nothing in this file"), out);
    assertEquals("", run(0, FILE.formatted("a") + PROGRAM + " validate a.yaml >&-"));
  }

  @Test
  void a_name_that_no_text_can_tell_is_a_mistake_that_stops_no_other() throws Exception {
    String script = FILE.formatted("\\377") + FILE.formatted("good") + PROGRAM + " plan .";
    String out = run(3, script);
    assertTrue(out.contains(".yaml` is not in the characters of this locale"), out);
    assertTrue(out.contains("Set up"), out);
  }
}
