package io.labrun.run.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of images, and how else they may be written. */
class ReferenceTest {

  @Test
  void referencesTakenApart() {
    assertEquals(new Reference("busybox", "latest"), Reference.parse("busybox"));
    assertEquals(new Reference("h:5000/a/b", "latest"), Reference.parse("h:5000/a/b"));
    assertEquals(new Reference("h:5000/a", "1"), Reference.parse("h:5000/a:1"));
    assertEquals(new Reference("a", "sha256:0f"), Reference.parse("a:1@sha256:0f"));
    assertEquals("h:5000", Reference.parse("h:5000/a/b").registry());
    assertEquals("localhost", Reference.parse("localhost/a").registry());
    assertEquals("", Reference.parse("team/app").registry());
    assertEquals("", Reference.parse("docker.io/team/app").registry());
  }

  @ParameterizedTest
  @CsvSource({
    "busybox, busybox:latest, mirror:5000/library/busybox:latest",
    "docker.io/library/busybox:1, busybox:1, mirror:5000/library/busybox:1",
    "library/busybox, busybox:latest, mirror:5000/library/busybox:latest",
    "index.docker.io/team/app:2, team/app:2, mirror:5000/team/app:2",
    "kalilinux/kali-rolling, kalilinux/kali-rolling:latest,"
        + " mirror:5000/kalilinux/kali-rolling:latest",
    "busybox:1@sha256:0f, busybox@sha256:0f, mirror:5000/library/busybox@sha256:0f",
    "h:5000/library/a, h:5000/library/a:latest,"
  })
  void theSameImageByAnotherName(String written, String familiar, String mirrored) {
    assertEquals(familiar, Reference.parse(written).familiar());
    if (mirrored != null) {
      assertEquals(mirrored, Reference.parse(written).at("mirror:5000").whole());
    }
  }
}
