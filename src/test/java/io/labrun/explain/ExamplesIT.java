package io.labrun.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.labrun.testbed.Program;
import io.labrun.testbed.StandIns;
import io.labrun.testbed.Takes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every example passes on a real engine: a folder of them, as a student would check it. */
@Takes(seconds = 60)
final class ExamplesIT {
  @TempDir private Path folder;

  @Test
  void every_example_passes() throws Exception {
    List<String> names = ExamplesTest.files();
    Set<String> images = new TreeSet<>();
    for (String name : names) {
      Path file = Files.writeString(folder.resolve(name + ".yaml"), Examples.read(name));
      images.addAll(StandIns.namedBy(file));
    }
    StandIns.bring(images);
    Program.Ended ended = Program.in(folder).run("-j", "3", "--report", "json=r.json", ".");
    assertEquals(0, ended.status(), ended.out());
    Map<String, String> came = new TreeMap<>();
    for (JsonNode file :
        new ObjectMapper().readTree(folder.resolve("r.json").toFile()).at("/files")) {
      came.put(file.get("file").asText(), file.get("status").asText());
    }
    Map<String, String> wanted = new TreeMap<>();
    names.forEach(name -> wanted.put(name + ".yaml", "passed"));
    assertEquals(wanted, came);
    assertEquals("", Program.in(folder).standing("example-.*"));
  }
}
