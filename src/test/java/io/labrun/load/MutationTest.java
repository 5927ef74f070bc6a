package io.labrun.load;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.labrun.load.vars.Given;
import io.labrun.source.DiagnosticText;
import io.labrun.source.SourceText;
import io.labrun.source.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever a slip of the hand makes of a scenario, it is read or refused, and never throws. */
final class MutationTest {
  private static final int TRIES = Integer.getInteger("mutation.tries", 3_000);
  private static final String[] PIECES = {
    "[",
    "]",
    "{",
    "}",
    ":",
    ": ",
    "- ",
    "\n",
    "  ",
    "\t",
    "'",
    "\"",
    "*a",
    "&a ",
    "!t ",
    "|",
    ">",
    "#",
    "? ",
    "<<: ",
    "${",
    "}",
    "$${",
    "${web.ip}",
    "null",
    "~",
    "true",
    ".nan",
    ".inf",
    "1e999",
    "0x1F",
    "99999999999999999999999",
    "-1",
    "0",
    "\u0416",
    "\ud83d\udc33",
    "---\n",
    "...",
    "%",
    "@"
  };

  @Test
  void never_throws() throws IOException {
    List<String> texts = texts();
    ScenarioLoader loader = new ScenarioLoader();
    DiagnosticText writer = new DiagnosticText(Theme.PLAIN);
    for (int seed = 0; seed < TRIES; seed++) {
      String text = mutated(texts, new Random(seed));
      LoadResult result = load(loader, text, seed);
      result.diagnostics().forEach(diagnostic -> assertFalse(writer.render(diagnostic).isEmpty()));
      assertFalse(result.scenario().isPresent() && !result.diagnostics().isEmpty());
      assertFalse(result.scenario().isEmpty() && result.diagnostics().isEmpty());
    }
  }

  private static LoadResult load(ScenarioLoader loader, String text, int seed) {
    try {
      return loader.load(new SourceText("x.yaml", text), Given.NOTHING);
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError("seed " + seed + ":\n" + text, e);
    }
  }

  private static List<String> texts() throws IOException {
    List<String> out = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/golden/load"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        out.add(Files.readString(file));
      }
    }
    return out;
  }

  private static String mutated(List<String> texts, Random random) {
    StringBuilder out = new StringBuilder(texts.get(random.nextInt(texts.size())));
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(out.length() + 1);
      int end = Math.min(out.length(), at + random.nextInt(6));
      switch (random.nextInt(3)) {
        case 0 -> out.insert(at, PIECES[random.nextInt(PIECES.length)]);
        case 1 -> out.delete(at, end);
        default -> out.replace(at, end, PIECES[random.nextInt(PIECES.length)]);
      }
    }
    return out.toString();
  }
}
