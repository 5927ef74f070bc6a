package io.labrun.own;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the cache takes from an engine's data folder and gives to the next. */
final class ImageCacheTest {
  private static final String LOW = "a".repeat(64);
  private static final String HIGH = "b".repeat(64);
  private static final CachedImage IMAGE =
      new CachedImage("app:1", "sha256:" + "c".repeat(64), List.of(LOW, HIGH));

  @TempDir private Path folder;
  private ImageCache cache;

  @BeforeEach
  void make() throws IOException {
    cache = new ImageCache(folder.resolve("cache"));
  }

  private DataRoot engine(String name) {
    return new DataRoot(folder.resolve(name));
  }

  /** An engine that has the image, its folders and links named after it. */
  private DataRoot engineWithImage(String name) throws IOException {
    DataRoot root = engine(name);
    layer(root, LOW, name + "-low", "");
    layer(root, HIGH, name + "-high", "l/" + name + "-low-link");
    Files.createDirectories(root.config(IMAGE.id()).getParent());
    Files.writeString(root.config(IMAGE.id()), "{}");
    return root;
  }

  private static void layer(DataRoot root, String chain, String id, String lower)
      throws IOException {
    Files.createDirectories(root.layer(chain));
    Files.writeString(root.layer(chain).resolve("cache-id"), id);
    Path overlay = root.overlay(id);
    Files.createDirectories(overlay.resolve("diff"));
    Files.writeString(overlay.resolve("diff/file"), id);
    Files.writeString(overlay.resolve("link"), id + "-link");
    if (!lower.isEmpty()) {
      Files.writeString(overlay.resolve("lower"), lower);
    }
  }

  private DataRoot next(String name) throws IOException {
    DataRoot root = engine(name);
    cache.install(root, image -> true);
    return root;
  }

  @Test
  void an_engine_gets_links_to_files_that_stay_in_the_cache() throws IOException {
    cache.take(List.of(IMAGE), engineWithImage("first"));
    DataRoot next = next("next");
    Path diff = next.overlay("first-high").resolve("diff");
    assertTrue(Files.isSymbolicLink(diff));
    assertEquals("first-high", Files.readString(diff.resolve("file")));
    assertEquals("first-low", Files.readString(next.link("first-low-link").resolve("file")));
    assertEquals(
        "{\"Repositories\":{\"app\":{\"app:1\":\"" + IMAGE.id() + "\"}}}",
        Files.readString(next.names()));
  }

  @Test
  void a_layer_that_is_there_already_stays_and_those_above_refer_to_it() throws IOException {
    CachedImage low = new CachedImage("low:1", IMAGE.id(), List.of(LOW));
    cache.take(List.of(low), engineWithImage("first"));
    cache.take(List.of(IMAGE), engineWithImage("second"));
    DataRoot next = next("next");
    assertEquals(
        "l/first-low-link", Files.readString(next.overlay("second-high").resolve("lower")));
    assertFalse(Files.exists(next.overlay("second-low")));
  }

  @Test
  void an_image_that_lacks_a_layer_is_not_given() throws IOException {
    cache.take(List.of(IMAGE), engineWithImage("first"));
    Files.move(folder.resolve("cache/layers").resolve(HIGH), folder.resolve("lost"));
    assertFalse(Files.exists(next("next").names()));
  }

  @Test
  void an_image_that_is_not_wanted_is_not_given() throws IOException {
    cache.take(List.of(IMAGE), engineWithImage("first"));
    cache.install(engine("next"), image -> false);
    assertFalse(Files.exists(engine("next").names()));
  }

  @Test
  void a_name_that_is_taken_again_means_the_later_image() throws IOException {
    cache.take(List.of(IMAGE), engineWithImage("first"));
    DataRoot other = engineWithImage("second");
    CachedImage later = new CachedImage("app:1", "sha256:" + "d".repeat(64), List.of(LOW));
    Files.writeString(other.config(later.id()), "{\"later\":1}");
    cache.take(List.of(later), other);
    assertTrue(Files.readString(next("next").names()).contains(later.id()));
  }

  @Test
  void a_layer_whose_taker_was_killed_is_removed_and_no_other() throws IOException {
    cache.take(List.of(IMAGE), engineWithImage("first"));
    Path half = Files.createDirectory(folder.resolve("cache/layers/.new-123"));
    List<Path> removed = new ArrayList<>();
    cache.tidy(removed::add);
    assertEquals(List.of(half), removed);
  }

  @Test
  void references_are_spelt_as_the_engine_does() {
    assertEquals("busybox:latest", Spelling.of("docker.io/library/busybox"));
    assertEquals("registry:5000/app:latest", Spelling.of("registry:5000/app"));
    assertEquals("me/app:1", Spelling.of("index.docker.io/me/app:1"));
    assertEquals(
        "registry:5000/app", new CachedImage("registry:5000/app:1", "", List.of()).repository());
    assertEquals("app", new CachedImage("app@sha256:ab", "", List.of()).repository());
  }

  @Test
  void chains_are_named_as_the_image_specification_says() {
    assertEquals(
        List.of("1", Digests.of("sha256:1 sha256:2")),
        Digests.chains(List.of("sha256:1", "sha256:2")));
  }
}
