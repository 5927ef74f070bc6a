package io.labrun.run.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.run.RunningLab;
import io.labrun.scenario.Assertion;
import io.labrun.testbed.Takes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Scenarios whose assertions say themselves, under {@code x-verdict}, what must come of them on the
 * real engine: {@code passed}, {@code failed: ...} or {@code error: ...}; {@code *} stands for any
 * text. They are tried in their order, each until it comes to that, for ten seconds at most.
 */
@Takes(seconds = 90)
final class CheckCasesIT {
  private static final Path FOLDER = Path.of("src/test/resources/checks");
  private static final Pattern VERDICT = Pattern.compile("(?m)^ *x-verdict: \"?(.*?)\"?$");

  @TestFactory
  Stream<DynamicTest> every_assertion_comes_to_its_verdict() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(FOLDER)) {
      files = all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
    return files.stream().flatMap(CheckCasesIT::tests);
  }

  private static Stream<DynamicTest> tests(Path file) {
    String name = file.getFileName().toString();
    String only = System.getProperty("case", name);
    return name.equals(only)
        ? Stream.of(DynamicTest.dynamicTest(name, () -> check(file)))
        : Stream.empty();
  }

  private static void check(Path file) throws IOException {
    String yaml = Files.readString(file);
    List<String> verdicts =
        VERDICT.matcher(yaml).results().map(MatchResult::group).map(CheckCasesIT::word).toList();
    List<String> wrong = new ArrayList<>();
    try (RunningLab lab = RunningLab.in(FOLDER, yaml)) {
      List<Assertion> assertions = lab.lab.plan().scenario().assertions();
      assertEquals(assertions.size(), verdicts.size(), "each assertion has a verdict");
      for (int i = 0; i < assertions.size(); i++) {
        String name = assertions.get(i).name().name();
        Pattern wanted = glob(verdicts.get(i));
        String verdict = lab.until(name, found -> wanted.matcher(found).matches());
        if (!wanted.matcher(verdict).matches()) {
          wrong.add(name + "\n  wanted " + verdicts.get(i) + "\n  found  " + verdict);
        }
      }
    }
    assertTrue(wrong.isEmpty(), () -> "\n" + String.join("\n", wrong));
  }

  private static String word(String line) {
    Matcher verdict = VERDICT.matcher(line);
    return verdict.matches() ? verdict.group(1).replace("\\\"", "\"").replace("\\n", "\n") : "";
  }

  private static Pattern glob(String verdict) {
    return Pattern.compile(
        Stream.of(verdict.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
        Pattern.DOTALL);
  }
}
