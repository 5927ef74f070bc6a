package io.labrun.own;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The images that a Dockerfile builds on, read from a context's archive. */
final class BaseImagesTest {
  private static final String DOCKERFILE =
      """
      ARG version=3-slim
      FROM python:${version} AS build
      RUN true
      from --platform=linux/amd64 busybox
      COPY --from=build /a /b
      FROM build
      FROM scratch
      FROM $missing-name
      """;

  private static byte[] tar(String... namesAndTexts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      byte[] text = namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8);
      byte[] head = new byte[512];
      byte[] name = namesAndTexts[i].getBytes(StandardCharsets.UTF_8);
      System.arraycopy(name, 0, head, 0, name.length);
      byte[] size = "%011o".formatted(text.length).getBytes(StandardCharsets.UTF_8);
      System.arraycopy(size, 0, head, 124, size.length);
      out.write(head);
      out.write(text);
      out.write(new byte[(512 - text.length % 512) % 512]);
    }
    out.write(new byte[1024]);
    return out.toByteArray();
  }

  private static List<String> of(byte[] tar, String dockerfile, Map<String, String> args)
      throws IOException {
    return BaseImages.of(new ByteArrayInputStream(tar), dockerfile, args);
  }

  @Test
  void stages_of_its_own_and_scratch_are_none() throws IOException {
    byte[] tar = tar("a-file", "x".repeat(700), "Dockerfile", DOCKERFILE, "b", "FROM no");
    assertEquals(List.of("python:3-slim", "busybox", "-name"), of(tar, "Dockerfile", Map.of()));
  }

  @Test
  void a_given_argument_counts_and_one_that_is_not_declared_does_not() throws IOException {
    byte[] tar = tar("./web/Dockerfile", DOCKERFILE);
    Map<String, String> args = Map.of("version", "3.12", "missing", "x");
    assertEquals(List.of("python:3.12", "busybox", "-name"), of(tar, "web/Dockerfile", args));
  }

  @Test
  void no_dockerfile_no_images() throws IOException {
    assertEquals(List.of(), of(tar("other", "FROM busybox"), "Dockerfile", Map.of()));
  }
}
