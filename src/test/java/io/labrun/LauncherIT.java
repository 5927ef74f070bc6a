package io.labrun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell script that starts labrun, as the build leaves it. */
final class LauncherIT {
  private static final Path TARGET = Path.of("target").toAbsolutePath();

  @TempDir Path folder;
  private Path program = TARGET.resolve("labrun");

  private record Ended(int exitCode, String out, String err) {}

  private Ended run(Map<String, String> environment, String... arguments) throws Exception {
    List<String> words =
        Stream.concat(Stream.of(program.toString()), Stream.of(arguments)).toList();
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
    builder.environment().remove("JAVA_HOME");
    builder.environment().putAll(environment);
    builder.redirectInput(Path.of("/dev/null").toFile());
    Path err = folder.resolve("stderr");
    Process process = builder.redirectError(err.toFile()).start();
    try (InputStream out = process.getInputStream()) {
      String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      return new Ended(process.waitFor(), text, Files.readString(err));
    }
  }

  private void assertTellsItsVersion(Ended ended) {
    assertEquals("", ended.err());
    assertTrue(ended.out().matches("labrun \\d+\\.\\d+\\S* .*\\R"), ended.out());
    assertEquals(0, ended.exitCode());
  }

  /** The program elsewhere, in a folder whose name needs quoting. */
  private Path copy() throws IOException {
    Path elsewhere = Files.createDirectory(folder.resolve("my own $(labs)"));
    Files.copy(TARGET.resolve("labrun.jar"), elsewhere.resolve("labrun.jar"));
    Files.createSymbolicLink(elsewhere.resolve("lib"), TARGET.resolve("lib"));
    return Files.copy(TARGET.resolve("labrun"), elsewhere.resolve("labrun"));
  }

  private Path javaThatSays(String version) throws IOException {
    Path home = Files.createDirectories(folder.resolve("jdk"));
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\necho started >&2\n");
    assertTrue(java.toFile().setExecutable(true));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  @BeforeEach
  void built() {
    assertTrue(Files.isExecutable(program), "run this test through `mvn verify`");
  }

  @Test
  void runs_from_any_folder() throws Exception {
    assertTellsItsVersion(run(Map.of(), "--version"));
  }

  @Test
  void runs_through_a_link() throws Exception {
    program = Files.createSymbolicLink(folder.resolve("lab"), program);
    assertTellsItsVersion(run(Map.of(), "--version"));
  }

  @Test
  void runs_in_a_folder_whose_name_needs_quoting() throws Exception {
    program = copy();
    assertTellsItsVersion(run(Map.of(), "--version"));
  }

  @Test
  void an_archive_that_does_not_fit_is_done_without_and_not_mentioned() throws Exception {
    program = copy();
    Files.copy(TARGET.resolve("labrun.jsa"), program.resolveSibling("labrun.jsa"));
    // Another time of the jar than the archive notes.
    Files.setLastModifiedTime(program.resolveSibling("labrun.jar"), FileTime.fromMillis(0));
    Files.writeString(program.resolveSibling("labrun.jsa.for"), madeFor(program.getParent()));
    assertTellsItsVersion(run(Map.of(), "--version"));
  }

  private static String madeFor(Path place) throws IOException {
    String ours = Files.readString(TARGET.resolve("labrun.jsa.for"));
    return ours.replace(TARGET.toRealPath().toString(), place.toRealPath().toString());
  }

  @Test
  void the_archive_of_the_build_is_used() throws Exception {
    Ended ended = run(Map.of("LABRUN_JAVA_OPTIONS", "-Xlog:class+load:stderr"), "--version");
    long shared = ended.err().lines().filter(line -> line.contains("shared objects file")).count();
    long parsed = ended.err().lines().filter(line -> line.contains("source: jrt:")).count();
    String ours = "io.labrun.cli.Main source: shared objects file";
    assertTrue(ended.err().contains(ours), "our own classes are parsed at each start");
    assertTrue(parsed * 10 < shared, parsed + " classes parsed, " + shared + " shared");
  }

  @Test
  void numbers_are_the_same_whatever_the_language_of_the_machine() throws Exception {
    String scenario = Path.of("src/main/launcher/training.yaml").toAbsolutePath().toString();
    String arabic = "-Duser.language=ar -Duser.country=EG";
    Ended ended = run(Map.of("LABRUN_JAVA_OPTIONS", arabic), "graph", "--format", "svg", scenario);
    assertEquals(0, ended.exitCode(), ended.err());
    assertTrue(ended.out().codePoints().noneMatch(c -> c > 0x7f && Character.isDigit(c)), "digits");
  }

  @Test
  void a_java_home_without_java_is_named() throws Exception {
    Ended ended = run(Map.of("JAVA_HOME", folder.resolve("none").toString()), "--version");
    assertEquals(4, ended.exitCode());
    assertTrue(ended.err().startsWith("labrun: JAVA_HOME is " + folder), ended.err());
    assertEquals(2, ended.err().lines().count());
  }

  @Test
  void an_old_java_is_named_and_not_started() throws Exception {
    Ended ended = run(Map.of("JAVA_HOME", javaThatSays("11.0.2").toString()), "--version");
    assertEquals(4, ended.exitCode());
    assertTrue(ended.err().startsWith("labrun: Java 17 or newer is needed; "), ended.err());
    assertTrue(ended.err().contains("is 11.0.2\n"), ended.err());
  }

  @Test
  void the_old_numbering_is_old() throws Exception {
    Ended ended = run(Map.of("JAVA_HOME", javaThatSays("1.8.0_402").toString()), "--version");
    assertEquals(4, ended.exitCode());
    assertTrue(ended.err().contains("is 1.8.0_402\n"), ended.err());
  }

  @Test
  void a_newer_java_is_started() throws Exception {
    Ended ended =
        run(
            Map.of(
                "JAVA_HOME", javaThatSays("21.0.1").toString(),
                "XDG_CACHE_HOME", folder.resolve("cache").toString()),
            "--version");
    assertEquals("started\n", ended.err());
  }
}
