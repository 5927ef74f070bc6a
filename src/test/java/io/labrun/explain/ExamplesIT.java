package io.labrun.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.labrun.testbed.Program;
import io.labrun.testbed.StandIns;
import io.labrun.testbed.Takes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every example, printed by the built program into a file, passes on a real engine. */
@Takes(seconds = 134)
final class ExamplesIT {
  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> every_example_passes() throws IOException {
    return ExamplesTest.files().stream()
        .map(name -> DynamicTest.dynamicTest(name, () -> passes(name)));
  }

  private void passes(String name) throws Exception {
    Topic word =
        new Reference(List.of())
            .topics()
            .filter(topic -> topic.example().filter(name::equals).isPresent())
            .findFirst()
            .orElseThrow();
    Program.Ended printed = Program.in(folder).run("explain", word.qualified(), "--example");
    assertEquals(0, printed.status(), printed.out());
    Path file = Files.writeString(folder.resolve(name + ".yaml"), printed.out());
    StandIns.bring(StandIns.namedBy(file));
    Program.Ended ended = Program.in(folder).run(name + ".yaml");
    assertEquals(0, ended.status(), ended.out());
    assertEquals("", Program.in(folder).standing("example-" + name));
  }
}
