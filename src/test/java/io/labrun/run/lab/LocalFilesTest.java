package io.labrun.run.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.files.OwnFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A link that was turned elsewhere since the scenario was judged is not followed. */
final class LocalFilesTest {
  @TempDir private Path temporary;

  @Test
  void a_link_is_read_where_it_leads_within_the_folder_only() throws IOException {
    Path lab = Files.createDirectories(temporary.resolve("lab"));
    Path home = temporary.resolve("home");
    Files.writeString(temporary.resolve("secret"), "secret");
    Files.writeString(lab.resolve("own"), "own");
    Path link = Files.createSymbolicLink(lab.resolve("link"), Path.of("own"));
    LocalFiles files = new LocalFiles(new OwnFolder(lab, home), false);
    assertEquals("own", new String(files.read("link"), StandardCharsets.UTF_8));
    ProblemException none = assertThrows(ProblemException.class, () -> files.read("."));
    assertTrue(none.problem().what().endsWith("is no file to read"));
    ProblemException absent = assertThrows(ProblemException.class, () -> files.read(lab + "/a/b"));
    assertEquals("there is no file `a/b`", absent.problem().what());
    Files.delete(link);
    Files.createSymbolicLink(link, Path.of("../secret"));
    ProblemException refused = assertThrows(ProblemException.class, () -> files.read("link"));
    assertTrue(refused.problem().what().contains("out of the scenario's folder"));
    LocalFiles everywhere = new LocalFiles(new OwnFolder(lab, home), true);
    assertEquals("secret", new String(everywhere.read("link"), StandardCharsets.UTF_8));
  }
}
