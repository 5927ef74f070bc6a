package io.labrun.run.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.testbed.Gzip;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives of images: what is in them, and that no spoiled one is taken for a sound one. */
final class ImageArchiveTest {
  private static final String NO_TAR = "is no archive of images: it is no tar file";

  @TempDir private Path folder;

  @Test
  void a_sound_one_says_what_it_holds() throws Exception {
    Archive archive = Archive.classic();
    ArchivedImage image = archive.read().images().get(0);
    assertEquals(List.of("lab:1"), image.names());
    String config = archive.named(".json");
    assertEquals("sha256:" + config.replace(".json", ""), image.id());
    assertEquals(2, image.layers().size());
    assertEquals(30, image.bytes());
  }

  @Test
  void packed_layers_are_checked_by_what_is_in_them() throws Exception {
    List<String> layers = Archive.classic().read().images().get(0).layers();
    assertEquals(layers, Archive.packed().read().images().get(0).layers());
  }

  @Test
  void a_layer_that_is_shared_may_be_a_link() throws Exception {
    Archive archive = Archive.classic();
    archive.with("three/layer.tar", "the upper layer").link("two/layer.tar", "../three/layer.tar");
    assertEquals(1, archive.read().images().size());
  }

  @Test
  void one_that_was_not_copied_whole_is_found_wherever_it_breaks_off() {
    byte[] tar = Archive.classic().tar();
    for (int length = 1; length < tar.length - 512; length += 100) {
      byte[] part = Arrays.copyOf(tar, length);
      String message = refused(part);
      boolean said =
          message.startsWith("is not whole: it breaks off after") || message.equals(NO_TAR);
      assertTrue(said, length + ": " + message);
    }
  }

  @Test
  void one_whose_end_is_only_zeros_is_not_whole() {
    byte[] tar = Archive.classic().tar();
    Arrays.fill(tar, 3 * 512, tar.length, (byte) 0);
    assertTrue(refused(tar).startsWith("is no archive of images: there is no manifest.json"));
  }

  @Test
  void every_byte_that_changes_what_is_in_it_is_found() throws Exception {
    byte[] tar = Archive.classic().tar();
    ImageArchive sound = Archive.read(tar);
    for (int i = 0; i < tar.length; i++) {
      byte[] other = tar.clone();
      other[i] ^= 1;
      try {
        ArchivedImage found = Archive.read(other).images().get(0);
        boolean tag = !found.names().equals(sound.images().get(0).names());
        assertTrue(tag || found.equals(sound.images().get(0)), "byte " + i);
      } catch (BadArchiveException e) {
        // Found.
      }
    }
  }

  @Test
  void what_does_not_agree_is_named() {
    Archive layer = Archive.classic().with("two/layer.tar", "the other layer");
    assertEquals(
        "is damaged: layer 2 of 2 of lab:1 is not what its checksum says", refused(layer.tar()));
    Archive missing = Archive.classic().without("one/layer.tar");
    assertEquals("is not whole: layer 1 of 2 of lab:1 is missing", refused(missing.tar()));
    Archive config = Archive.classic();
    config.replacing(config.named(".json"), "linux", "windows");
    assertEquals(
        "is damaged: the configuration of lab:1 is not what its checksum says",
        refused(config.tar()));
    Archive none = Archive.classic();
    none.without(none.named(".json"));
    assertEquals("is not whole: the configuration of lab:1 is missing", refused(none.tar()));
    Archive fewer = Archive.classic().replacing("manifest.json", "\"one/layer.tar\",", "");
    assertEquals(
        "is damaged: lab:1 has 1 of the 2 layers that its configuration names",
        refused(fewer.tar()));
    Archive exchanged = Archive.classic().replacing("manifest.json", "one/layer", "two/layer");
    assertEquals(
        "is damaged: layer 1 of 2 of lab:1 is not what its checksum says",
        refused(exchanged.tar()));
  }

  @Test
  void what_the_engine_would_read_in_place_of_what_was_checked_is_found() {
    for (String other : new String[] {"./manifest.json", "/manifest.json", "a/../manifest.json"}) {
      Archive again = Archive.classic();
      again.with(other, "[]");
      assertEquals("is damaged: manifest.json is in it twice", refused(again.tar()));
    }
    Archive link = Archive.classic();
    byte[] sound = link.tar();
    byte[] both = link.link("manifest.json", "one/layer.tar").tar();
    byte[] tar = Arrays.copyOf(sound, sound.length - 1024 + both.length);
    System.arraycopy(both, 0, tar, sound.length - 1024, both.length);
    assertTrue(refused(tar).endsWith(" is in it twice"));
    byte[] sparse = Archive.classic().tar();
    int sum = Integer.parseInt(new String(sparse, 148, 6, StandardCharsets.US_ASCII), 8);
    System.arraycopy(Archive.bytes("%06o".formatted(sum + 'S' - sparse[156])), 0, sparse, 148, 6);
    sparse[156] = 'S';
    assertEquals(
        "is damaged: one/layer.tar is neither a file nor a folder nor a link", refused(sparse));
  }

  @Test
  void what_is_no_archive_of_images_is_named_so() {
    assertEquals(NO_TAR, refused(new byte[0]));
    assertEquals(NO_TAR, refused(Archive.bytes("name: my-lab\n".repeat(100))));
    assertEquals(
        "is no archive of images: there is no manifest.json in it",
        refused(Archive.classic().without("manifest.json").tar()));
    assertEquals(
        "holds no images: its manifest.json is empty",
        refused(Archive.classic().with("manifest.json", "[]").tar()));
    assertEquals(
        "is no archive of images: its manifest.json is no list",
        refused(Archive.classic().with("manifest.json", "{}").tar()));
    assertEquals(
        "is damaged: manifest.json is no JSON at line 1, column 2",
        refused(Archive.classic().with("manifest.json", "[}").tar()));
  }

  @Test
  void a_packed_file_is_checked_too() throws Exception {
    byte[] zip = Gzip.of(Archive.classic().tar());
    Path file = Files.write(folder.resolve("a.tar.gz"), zip);
    assertEquals(1, new ImageFile(file).check(bytes -> {}).images().size());
    Files.write(file, Arrays.copyOf(zip, zip.length - 20));
    BadArchiveException cut =
        assertThrows(BadArchiveException.class, () -> new ImageFile(file).check(bytes -> {}));
    assertTrue(cut.getMessage().startsWith("is not whole: it breaks off"), cut.getMessage());
    zip[zip.length / 2] ^= 1;
    Files.write(file, zip);
    assertThrows(BadArchiveException.class, () -> new ImageFile(file).check(bytes -> {}));
  }

  private static String refused(byte[] tar) {
    try {
      Archive.read(tar);
      throw new AssertionError("it was taken");
    } catch (BadArchiveException e) {
      return e.getMessage();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
