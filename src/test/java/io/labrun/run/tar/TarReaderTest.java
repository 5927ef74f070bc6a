package io.labrun.run.tar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tar archives as our own writer and GNU tar make them. */
final class TarReaderTest {
  private static final String LONG = "folder/".repeat(30) + "file";

  @TempDir private Path folder;

  @Test
  void what_our_writer_wrote_is_read() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TarWriter tar = new TarWriter(out);
    tar.folder("a", 0755);
    tar.file("a/" + LONG, bytes("x".repeat(700)), 0644);
    tar.link("a/link", LONG);
    tar.end();
    assertEquals(List.of("a 5 0 ", "a/" + LONG + " 0 700 ", "a/link 2 0 " + LONG), entries(out));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ustar", "posix", "gnu", "v7"})
  void what_tar_wrote_is_read(String format) throws Exception {
    String name = format.equals("ustar") || format.equals("v7") ? "b/" + "y".repeat(60) : LONG;
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, new byte[1234]);
    Process process =
        new ProcessBuilder("tar", "-c", "--format=" + format, name)
            .directory(folder.toFile())
            .start();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    process.getInputStream().transferTo(out);
    assertEquals(0, process.waitFor());
    assertEquals(List.of(name + " 0 1234 "), entries(out));
  }

  @Test
  void content_is_what_was_written() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TarWriter tar = new TarWriter(out);
    tar.file("one", bytes("first"), 0644);
    tar.file("two", bytes("second"), 0644);
    tar.end();
    TarReader reader = new TarReader(new ByteArrayInputStream(out.toByteArray()));
    reader.next();
    reader.next();
    assertEquals("second", new String(reader.content().readAllBytes(), StandardCharsets.UTF_8));
    assertEquals(Optional.empty(), reader.next());
  }

  @Test
  void a_head_whose_sum_is_wrong_is_none() {
    byte[] block = new byte[1024];
    block[0] = 'x';
    TarReader reader = new TarReader(new ByteArrayInputStream(block));
    assertEquals(
        "there is no head of an entry at byte 0",
        assertThrows(TarReader.NoHeaderException.class, reader::next).getMessage());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> entries(ByteArrayOutputStream tar) throws IOException {
    TarReader reader = new TarReader(new ByteArrayInputStream(tar.toByteArray()));
    List<String> out = new ArrayList<>();
    for (Optional<TarReader.Entry> next = reader.next(); next.isPresent(); next = reader.next()) {
      TarReader.Entry entry = next.get();
      out.add(entry.name() + " " + entry.type() + " " + entry.size() + " " + entry.link());
    }
    return out;
  }
}
