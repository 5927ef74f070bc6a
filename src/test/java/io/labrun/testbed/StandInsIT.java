package io.labrun.testbed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.labrun.run.RunningLab;
import io.labrun.scenario.Assertion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The stand-ins do what the scenarios need of the official images. */
@Takes(seconds = 40)
final class StandInsIT {
  private static final Path CLAIMS = Path.of("src/test/resources/stand-ins");

  static Stream<Path> claims() throws IOException {
    try (Stream<Path> files = Files.list(CLAIMS)) {
      return files.sorted().toList().stream();
    }
  }

  @BeforeAll
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  static void bring() {
    StandIns.bring(StandIns.all());
  }

  @ParameterizedTest
  @MethodSource("claims")
  void a_stand_in_behaves_as_the_official_image_does(Path file) throws IOException {
    Map<String, String> wrong = new TreeMap<>();
    try (RunningLab lab = RunningLab.in(CLAIMS, Files.readString(file))) {
      for (Assertion claim : lab.lab.plan().scenario().assertions()) {
        String name = claim.name().name();
        String verdict = lab.soon(name);
        if (!verdict.equals("passed")) {
          wrong.put(name, verdict);
        }
      }
    }
    assertEquals(Map.of(), wrong);
  }

  @Test
  void each_is_looked_at() throws IOException {
    Set<String> named = new TreeSet<>();
    for (Path file : claims().toList()) {
      named.addAll(StandIns.namedBy(file));
    }
    assertEquals(StandIns.all(), named);
  }
}
