package io.labrun.run.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The images that a Dockerfile takes from elsewhere. */
final class DockerfileTest {

  private static List<String> bases(String text) {
    return new Dockerfile(text).bases(Map.of(), "");
  }

  @Test
  void every_stage_has_one_unless_it_is_a_stage_itself_or_nothing() {
    assertEquals(
        List.of("python:3-slim", "busybox", "alpine"),
        bases(
            """
            # FROM comment
            FROM --platform=linux/amd64 python:3-slim AS Build
            RUN echo FROM nothing
            from busybox
            COPY --from=build /a /a
            COPY --from=0 /a /a
            COPY --chown=1 --from=alpine /b /b
            FROM scratch
            FROM build
            """));
  }

  @Test
  void arguments_before_the_first_stage_are_filled_in() {
    String text =
        """
        ARG NAME=busy
        ARG REST="box:1"
        ARG EMPTY
        FROM ${NAME}$REST
        ARG LATE=x
        FROM ${EMPTY:-alpine}
        FROM ${NAME:+debian}${EMPTY:+:never}
        """;
    assertEquals(List.of("busybox:1", "alpine", "debian"), bases(text));
    assertEquals(
        List.of("a/box:1", "b", "debian"),
        new Dockerfile(text)
            .bases(Map.of("NAME", "a/", "EMPTY", "b"), "").stream()
                .map(image -> image.replace(":never", ""))
                .toList());
  }

  @Test
  void lines_that_go_on_are_one() {
    assertEquals(List.of("busybox", "alpine"), bases("FROM \\\n# why\n  busybox\nFROM alpine"));
    assertEquals(List.of("busybox"), bases("# escape=`\nFROM `\nbusybox\nRUN dir c:\\\n"));
  }

  @Test
  void what_comes_after_the_target_is_not_needed() {
    Dockerfile file = new Dockerfile("FROM a AS one\nFROM b AS two\nFROM c\n");
    assertEquals(List.of("a", "b"), file.bases(Map.of(), "two"));
    assertEquals(List.of("a", "b", "c"), file.bases(Map.of(), ""));
  }
}
