package io.labrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.docker.StubRegistry;
import io.labrun.testbed.Alone;
import io.labrun.testbed.Docker;
import io.labrun.testbed.Takes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The images of scenarios, listed, fetched, written to a file and read again, on a real engine. */
@Takes(seconds = 10)
@ResourceLock(Alone.APP_IMAGE)
final class ImagesIT {
  private static final String ONE = "labrun-test/images-one:1";
  private static final String TWO = "labrun-test/images-two:1";

  @TempDir private Path folder;
  private StubRegistry registry;
  private World world;
  private String lab;

  @BeforeEach
  void open() throws IOException {
    registry = new StubRegistry(2);
    Docker.cli("tag", "busybox", ONE);
    Docker.cli("tag", "alpine", TWO);
    lab = scenario("lab", ONE, TWO);
  }

  @AfterEach
  void close() throws IOException {
    Docker.cli("image", "rm", ONE);
    Docker.cli("image", "rm", TWO);
    registry.close();
  }

  private String scenario(String name, String... images) throws IOException {
    StringBuilder text = new StringBuilder("name: " + name + "\ncontainers:\n");
    for (String image : images) {
      text.append("  c%d: {image: '%s', command: sleep 9}\n".formatted(text.length(), image));
    }
    return Files.writeString(folder.resolve(name + ".yaml"), text).toString();
  }

  private int run(String... words) {
    world = new World();
    world.env(
        "DOCKER_HOST",
        Optional.ofNullable(System.getenv("DOCKER_HOST")).orElse("unix:///var/run/docker.sock"));
    return world.run(words);
  }

  private static String id(String image) throws IOException {
    return Docker.cli("image", "inspect", "-f", "{{.Id}}", image);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private Path saved() {
    Path tar = folder.resolve("class.tar");
    assertEquals(0, run("images", "save", tar.toString(), lab), world.err());
    return tar;
  }

  @Test
  void whatIsMissingIsListedAndGivesFour() throws IOException {
    String missing = registry.image("app:1");
    String other = scenario("other", missing, ONE);
    assertEquals(0, run("images", lab));
    assertTrue(world.out().endsWith("\nall 2 are here\n"), world.out());
    assertEquals(4, run("images", folder.toString()));
    assertTrue(world.out().contains("1 of 3 images is missing"), world.out());
    assertTrue(world.out().contains("lab, other"), world.out());
    assertEquals(4, run("images", "--quiet", other));
    assertEquals(missing + "\n", world.out());
    assertEquals(0, registry.requests.get(), "a registry was asked");
  }

  @Test
  void oneWithMistakesDoesNotStopTheOthers() throws IOException {
    Files.writeString(folder.resolve("bad.yaml"), "name: 1 2 3\n");
    assertEquals(3, run("images", folder.toString()));
    assertTrue(world.err().contains("its images are not known"), world.err());
    assertTrue(world.out().contains("all 2 are here"), world.out());
  }

  @Test
  void whatIsMissingIsFetchedFromAMirrorAndRuns() throws IOException {
    String file = scenario("fetched", "labrun-test/app:1", ONE);
    String mirror = registry.image("").replace("/", "");
    try {
      assertEquals(0, run("images", "pull", "--mirror", mirror, file), world.out() + world.err());
      assertTrue(world.out().contains("1 image fetched in "), world.out());
      assertEquals(
          "[labrun-test/app:1]",
          Docker.cli("image", "inspect", "-f", "{{.RepoTags}}", "labrun-test/app:1"));
      assertEquals(0, run("images", "pull", file));
      assertEquals("all 2 are there already\n", world.out());
    } finally {
      Docker.cli("image", "rm", "labrun-test/app:1");
    }
  }

  @Test
  void whatStaysMissingIsNamedWithTheReasonAndGivesFour() throws IOException {
    String nope = registry.image("app:nope");
    String good = registry.image("app:1");
    try {
      assertEquals(4, run("images", "pull", scenario("half", nope, good)));
      assertTrue(world.out().contains("1 of 2 images fetched, 1 still missing"), world.out());
      assertTrue(world.out().contains("has no image"), world.out());
      assertFalse(id(good).contains("No such"), "the other was fetched all the same");
    } finally {
      Docker.cli("image", "rm", good);
    }
  }

  @Test
  void imagesSurviveTheWayThroughAFile() throws IOException {
    String one = id(ONE);
    Path tar = saved();
    assertTrue(world.out().contains("class.tar: 2 images, "), world.out());
    assertEquals(List.of("class.tar", "lab.yaml"), files());
    assertEquals(0, run("images", "load", tar.toString()));
    assertTrue(world.out().endsWith("\nthe engine has them all\n"), world.out());
    Docker.cli("image", "rm", ONE, TWO);
    assertEquals(0, run("images", "load", tar.toString()), world.out() + world.err());
    assertTrue(world.out().contains("2 images loaded in "), world.out());
    assertEquals(one, id(ONE));
    assertEquals(id("alpine"), id(TWO));
  }

  @Test
  void anotherImageOfTheSameNameIsReplacedOnlyWhenAskedFor() throws IOException {
    Path tar = saved();
    Docker.cli("image", "rm", TWO);
    Docker.cli("tag", "alpine", ONE);
    assertEquals(4, run("images", "load", tar.toString()));
    assertTrue(
        world.out().contains("nothing was loaded: the engine has other images named " + ONE),
        world.out());
    assertEquals(id("alpine"), id(ONE));
    assertTrue(id(TWO).contains("No such image"), "something was loaded");
    assertEquals(0, run("images", "load", "--replace", tar.toString()), world.out());
    assertEquals(id("busybox"), id(ONE));
    assertEquals(id("alpine"), id(TWO));
  }

  @Test
  void aFileThatWasNotCopiedWholeOrWasChangedIsRefusedBeforeTheEngineGetsIt() throws IOException {
    Path tar = saved();
    Docker.cli("image", "rm", ONE, TWO);
    byte[] whole = Files.readAllBytes(tar);
    Files.write(tar, Arrays.copyOf(whole, whole.length / 2));
    refused(tar, "is not whole: it breaks off after ");
    byte[] changed = whole.clone();
    changed[whole.length / 4] ^= 1;
    Files.write(tar, changed);
    refused(tar, "is not what its checksum says");
    Files.writeString(tar, "not a tar");
    refused(tar, "is no archive of images: it is no tar file");
  }

  private void refused(Path tar, String why) throws IOException {
    assertEquals(4, run("images", "load", tar.toString()));
    assertTrue(world.err().startsWith("labrun: `" + tar + "` "), world.err());
    assertTrue(world.err().contains(why), world.err());
    assertTrue(world.err().contains("; the engine got nothing of it\n  help   "), world.err());
    assertEquals("", world.out());
    assertTrue(id(ONE).contains("No such image"), "something was loaded");
  }

  @Test
  void nothingIsWrittenWhereSomethingIsMissing() throws IOException {
    String file = scenario("lacking", ONE, "labrun-test/nowhere:1");
    Path tar = folder.resolve("no.tar");
    assertEquals(4, run("images", "save", tar.toString(), file));
    assertTrue(
        world.err().contains("nothing is written: missing on this engine: labrun-test/nowhere:1"),
        world.err());
    assertEquals(List.of("lab.yaml", "lacking.yaml"), files());
    String there = folder.resolve("no/such/folder.tar").toString();
    assertEquals(4, run("images", "save", there, lab));
    assertTrue(world.err().contains("could not be written: there is no such folder"), world.err());
  }

  @Test
  void aFileWithImagesIsReplacedAndAnyOtherIsNot() throws IOException {
    Path tar = saved();
    assertEquals(0, run("images", "save", tar.toString(), lab), world.err());
    assertEquals(2, run("images", "save", lab, tar.toString()));
    assertTrue(world.err().contains("it is left alone"), world.err());
  }
}
