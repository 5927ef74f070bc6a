package io.labrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.labrun.batch.LastTimes;
import io.labrun.event.BatchResult;
import io.labrun.event.FileResult;
import io.labrun.event.Outcome;
import io.labrun.event.ScenarioResult;
import io.labrun.event.ScenarioRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of earlier times, whatever has become of the file that says it. */
final class TimesFileTest {
  @TempDir private Path home;
  private Path file;

  @BeforeEach
  void where() {
    file = home.resolve(".cache/labrun/times");
  }

  private TimesFile times() {
    return TimesFile.of(Map.of("HOME", home.toString()));
  }

  private void write(String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static BatchResult batch(Outcome outcome, int... millis) {
    List<FileResult> files = new ArrayList<>();
    for (int one : millis) {
      ScenarioResult result =
          new ScenarioResult(
              ExitStatusTest.PLAN,
              outcome,
              List.of(),
              Optional.empty(),
              List.of(),
              false,
              Duration.ofMillis(one));
      files.add(FileResult.of("x", ScenarioRun.of(result)));
    }
    return new BatchResult(files, Instant.EPOCH, Duration.ZERO, Optional.empty());
  }

  private void assertKnown(String path, int millis) {
    assertEquals(Optional.of(Duration.ofMillis(millis)), times().read().of(path));
  }

  @Test
  void what_a_batch_took_is_known_to_the_next_and_the_last_time_counts() {
    times().add(List.of("/a.yaml", "/b b.yaml"), batch(Outcome.PASSED, 1_500, 700));
    times().add(List.of("/a.yaml"), batch(Outcome.FAILED, 1_200));
    assertKnown("/a.yaml", 1_200);
    assertKnown("/b b.yaml", 700);
    times().add(List.of("/a.yaml"), batch(Outcome.SKIPPED, 3));
    assertKnown("/a.yaml", 1_200);
  }

  @Test
  void of_two_batches_at_once_none_undoes_what_the_other_wrote() {
    TimesFile one = times();
    TimesFile other = times();
    assertEquals(LastTimes.NONE, one.read());
    assertEquals(LastTimes.NONE, other.read());
    one.add(List.of("/one.yaml"), batch(Outcome.PASSED, 10));
    other.add(List.of("/other.yaml"), batch(Outcome.PASSED, 20));
    assertKnown("/one.yaml", 10);
    assertKnown("/other.yaml", 20);
  }

  @Test
  void of_a_damaged_file_what_makes_sense_is_taken() throws IOException {
    write("half\n12\n -3 /minus\n99999999999999999999 /huge\nx /word\n\n250 /good.yaml\n70 ");
    assertKnown("/good.yaml", 250);
    assertFalse(times().read().byFile().containsKey("/huge"));
    Files.write(file, new byte[] {'1', ' ', (byte) 0xff, (byte) 0xfe, '\n'});
    assertEquals(LastTimes.NONE, times().read());
    times().add(List.of("/a.yaml"), batch(Outcome.PASSED, 40));
    assertKnown("/a.yaml", 40);
  }

  @Test
  void where_nothing_can_be_read_or_written_it_is_done_without() throws IOException {
    Files.createDirectories(file);
    assertEquals(LastTimes.NONE, times().read());
    times().add(List.of("/a.yaml"), batch(Outcome.PASSED, 40));
    Files.delete(file);
    try (Stream<Path> left = Files.list(file.getParent())) {
      assertEquals(List.of("times.lock"), left.map(one -> one.getFileName().toString()).toList());
    }
    // Not even root can write there.
    for (String nowhere : List.of("/proc", "/dev/null", "relative", "")) {
      TimesFile none = TimesFile.of(Map.of("HOME", nowhere));
      none.add(List.of("/a.yaml"), batch(Outcome.PASSED, 40));
      assertEquals(LastTimes.NONE, none.read());
    }
  }

  @Test
  void only_so_many_are_kept_and_those_are_the_newest() throws IOException {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 6_000; i++) {
      many.append("5 /f").append(i).append('\n');
    }
    write(many.toString());
    times().add(List.of("/f0", "/new\nline"), batch(Outcome.PASSED, 9, 9));
    List<String> lines = Files.readAllLines(file);
    assertEquals(5_000, lines.size());
    assertEquals("9 /f0", lines.get(lines.size() - 1));
  }
}
