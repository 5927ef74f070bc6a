package io.labrun.docker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.EngineException.Kind;
import io.labrun.run.engine.ObjectKind;
import io.labrun.testbed.Docker;
import io.labrun.testbed.TestEngine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Images taken out of the real engine and put into it again. */
class ImageArchivesIT {
  private static final String IMAGE = "labrun-test/archive:1";
  private static final String OTHER = "labrun-test/archive:2";

  private final Engine engine = TestEngine.connect();

  @AfterEach
  void remove() throws IOException {
    engine.close();
    Docker.cli("image", "rm", IMAGE);
    Docker.cli("image", "rm", OTHER);
  }

  @Test
  void savesWhatIsThereAgainOnceItIsLoaded() throws IOException {
    Docker.cli("tag", "busybox", IMAGE);
    Object id = id(IMAGE);
    byte[] tar = saved(IMAGE);
    engine.removeImage(IMAGE);
    assertMissing(IMAGE);
    engine.loadImages(new ByteArrayInputStream(tar));
    assertEquals(id, id(IMAGE));
  }

  @Test
  void handsImagesOverWhileTheyAreRead() throws IOException {
    Docker.cli("tag", "busybox", IMAGE);
    try (InputStream tar = engine.saveImages(List.of(IMAGE));
        Engine target = TestEngine.connect()) {
      target.loadImages(tar);
    }
    assertEquals(id("busybox"), id(IMAGE));
  }

  @Test
  void savesOnlyTheTagThatIsNamed() throws IOException {
    Docker.cli("tag", "busybox", "labrun-test/archive:latest");
    Docker.cli("tag", "busybox", OTHER);
    try {
      byte[] tar = saved("labrun-test/archive");
      engine.removeImage(OTHER);
      engine.loadImages(new ByteArrayInputStream(tar));
      assertMissing(OTHER);
    } finally {
      Docker.cli("image", "rm", "labrun-test/archive:latest");
    }
  }

  @Test
  void saysWhichImageIsMissing() {
    EngineException e =
        assertThrows(EngineException.class, () -> engine.saveImages(List.of("busybox", IMAGE)));
    assertEquals(Kind.NOT_FOUND, e.kind(), e.getMessage());
    assertEquals("the engine has no image " + IMAGE, e.getMessage());
  }

  @Test
  void saysThatTheArchiveBreaksOff() throws IOException {
    Docker.cli("tag", "busybox", IMAGE);
    byte[] tar = saved(IMAGE);
    engine.removeImage(IMAGE);
    EngineException e = refused(Arrays.copyOf(tar, tar.length / 2));
    assertEquals(
        "the engine refuses the archive of images: Error processing tar file(exit status 1):"
            + " unexpected EOF",
        e.getMessage());
    assertMissing(IMAGE);
  }

  @Test
  void saysThatItIsNoArchive() {
    byte[] noise = new byte[50_000_000];
    new Random(1).nextBytes(noise);
    String message = refused(noise).getMessage();
    assertTrue(message.contains("invalid tar header"), message);
  }

  @Test
  void saysThatTheArchiveCantBeRead() {
    InputStream bad =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the stick was pulled out");
          }
        };
    EngineException e = assertThrows(EngineException.class, () -> engine.loadImages(bad));
    assertEquals("the archive of images can't be read: the stick was pulled out", e.getMessage());
  }

  private EngineException refused(byte[] tar) {
    EngineException e =
        assertThrows(EngineException.class, () -> engine.loadImages(new ByteArrayInputStream(tar)));
    assertEquals(Kind.BAD_REQUEST, e.kind(), e.getMessage());
    return e;
  }

  private byte[] saved(String reference) throws IOException {
    try (InputStream tar = engine.saveImages(List.of(reference))) {
      return tar.readAllBytes();
    }
  }

  private Object id(String reference) {
    return engine.inspect(ObjectKind.IMAGE, reference).get("Id");
  }

  private void assertMissing(String reference) {
    EngineException e =
        assertThrows(EngineException.class, () -> engine.inspect(ObjectKind.IMAGE, reference));
    assertEquals(Kind.NOT_FOUND, e.kind());
  }
}
