package io.labrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.testbed.Program;
import io.labrun.testbed.Readme;
import io.labrun.testbed.Takes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The README's first example and its walk to an exercise of one's own, done step by step on a real
 * engine.
 *
 * <p>A block {@code yaml} of the walk is an assertion: it takes the place of the one of that name,
 * or comes last. In a block {@code console} the line after {@code $} is run and must show what
 * stands below it; times, counts of attempts and drawn ids do not count.
 */
@Takes(seconds = 25)
final class ReadmeIT {
  private static final Pattern BLOCK =
      Pattern.compile("```(yaml|console)\n(.*?)```\n", Pattern.DOTALL);

  @TempDir private Path folder;

  /** Takes the text of a block {@code yaml}. */
  private interface Writer {
    void write(String yaml) throws Exception;
  }

  @Test
  void the_first_example_holds() throws Exception {
    Path file = folder.resolve("hello.yaml");
    assertEquals(1, commands("hello", yaml -> Files.writeString(file, yaml)));
    assertEquals("", Program.in(folder).standing("hello"));
  }

  @Test
  void the_walk_goes_as_it_says() throws Exception {
    assertTrue(commands("walk", this::put) >= 4, "the walk has its commands");
    assertEquals("", Program.in(folder).standing("my-lab"));
  }

  /** Does what a part says, checks that it shows what comes of it, and counts its commands. */
  private int commands(String part, Writer writer) throws Exception {
    String walk = Readme.part(part);
    Matcher block = BLOCK.matcher(walk);
    StringBuilder seen = new StringBuilder();
    int at = 0;
    int commands = 0;
    while (block.find()) {
      seen.append(walk, at, block.start());
      at = block.end();
      if (block.group(1).equals("yaml")) {
        writer.write(block.group(2));
        seen.append(block.group());
      } else {
        commands++;
        seen.append("```console\n").append(shown(block.group(2))).append("```\n");
      }
    }
    Readme.check(part, seen.append(walk.substring(at)).toString());
    return commands;
  }

  /** What the block should hold: itself where only what is drawn or measured differs. */
  private String shown(String block) throws Exception {
    String command = block.lines().findFirst().orElseThrow().substring("$ labrun ".length());
    String out = Program.in(folder).run(command.split(" ")).out();
    String now = "$ labrun " + command + "\n" + out;
    return plain(now).equals(plain(block)) ? block : now;
  }

  private static String plain(String text) {
    return text.replaceAll(" +\\d+\\.\\d s", " T s")
        .replaceAll("\\d+ attempts", "N attempts")
        .replaceAll("my-lab-[0-9a-f]{4}", "my-lab-ID")
        .replaceAll("--run [0-9a-f]{4}", "--run ID");
  }

  private void put(String assertion) throws Exception {
    Path file = folder.resolve("my-lab.yaml");
    String name = assertion.lines().findFirst().orElseThrow();
    List<String> parts =
        new ArrayList<>(List.of(Files.readString(file).split("(?m)^(?=  - name:)")));
    parts.removeIf(part -> part.startsWith(name + "\n"));
    parts.add(assertion);
    Files.writeString(file, String.join("", parts));
  }
}
