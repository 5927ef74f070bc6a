package io.labrun.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.event.Problem;
import io.labrun.load.LoadResult;
import io.labrun.load.ScenarioLoader;
import io.labrun.load.vars.Given;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is looked at before anything of a submission is run, and what is laid out for its run. */
final class SubmissionTest {
  private static final long MOST = 1 << 20;

  @TempDir private Path folder;
  private Path site;
  private Exercise exercise;

  @BeforeEach
  void hand_in() throws IOException {
    Path teachers = Files.createDirectories(folder.resolve("exercise"));
    write(teachers.resolve("site/index.html"), "the solution");
    write(teachers.resolve("site/about.html"), "the solution");
    write(teachers.resolve("given/data"), "given");
    Path file =
        write(
            teachers.resolve("exercise.yaml"),
            """
            name: lab
            containers:
              web: {image: busybox, volumes: ["./site:/site:ro", "./given:/given:ro"]}
              built: {build: {context: ., dockerfile_inline: FROM busybox}}
            assertions:
              - {name: it runs, state: {container: web}, expect: {status: running}}
            submission: [site/]
            """);
    LoadResult loaded = new ScenarioLoader().load(file, Given.NOTHING);
    assertEquals(List.of(), loaded.diagnostics());
    exercise = new Exercise(file, loaded.scenario().orElseThrow(), loaded.files());
    site = Files.createDirectories(folder.resolve("in/alice/site"));
    write(site.resolve("index.html"), "mine");
  }

  private static Path write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Submission alice() {
    return new Submission("alice", folder.resolve("in/alice"));
  }

  private void refused(String why) {
    Optional<Refusal> refusal = alice().look(exercise, MOST);
    assertEquals(Optional.of(why), refusal.map(Refusal::problem).map(Problem::what));
    assertTrue(refusal.orElseThrow().students());
  }

  @Test
  void files_folders_and_links_among_them_may_be_handed_in() throws IOException {
    Files.createSymbolicLink(site.resolve("home.html"), Path.of("index.html"));
    write(folder.resolve("in/alice/notes.txt"), "for myself");
    assertEquals(Optional.empty(), alice().look(exercise, MOST));
  }

  @Test
  void a_link_out_of_it_is_refused_however_it_is_written() throws IOException {
    Path link = Files.createSymbolicLink(site.resolve("x"), Path.of("/etc/shadow"));
    refused("`site/x` is a link to `/etc/shadow`, out of what is handed in");
    Files.delete(link);
    Files.createSymbolicLink(link, Path.of("../../bob/site"));
    refused("`site/x` is a link to `../../bob/site`, out of what is handed in");
    Files.delete(link);
    Files.createSymbolicLink(site.resolve("y"), Path.of(".."));
    Files.createSymbolicLink(link, Path.of("y/notes.txt"));
    refused("`site/x` is a link to `y/notes.txt`, out of what is handed in");
  }

  @Test
  void what_is_handed_in_is_no_link_itself() throws IOException {
    Files.move(site, folder.resolve("in/alice/other"));
    Files.createSymbolicLink(site, Path.of("other"));
    refused("`site` is a link, and must be handed in itself");
  }

  @Test
  void what_waits_for_a_writer_is_not_opened() throws IOException, InterruptedException {
    new ProcessBuilder("mkfifo", site.resolve("pipe").toString()).start().waitFor();
    refused("`site/pipe` is neither a file nor a folder");
  }

  @Test
  void a_file_full_of_holes_is_as_large_as_it_says() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(site.resolve("big").toFile(), "rw")) {
      file.setLength(1L << 42);
    }
    refused("it is larger than the 1 MiB that --disk gives, with `site/big`");
  }

  @Test
  void very_many_files_are_refused() throws IOException {
    for (int i = 0; i < HandedIn.MOST_FILES; i++) {
      Files.createFile(site.resolve("f" + i));
    }
    refused("it has more than 10 000 files");
  }

  @Test
  void what_is_missing_is_named_and_what_may_be_meant() throws IOException {
    Files.move(site, folder.resolve("in/alice/Site"));
    refused("did not hand in `site/`");
    List<String> help = alice().look(exercise, MOST).orElseThrow().problem().help();
    assertEquals(List.of("there is `Site`: is that meant?"), help);
    Files.createDirectories(folder.resolve("in/alice/week1"));
    Files.move(folder.resolve("in/alice/Site"), folder.resolve("in/alice/week1/site"));
    help = alice().look(exercise, MOST).orElseThrow().problem().help();
    assertEquals(List.of("there is `week1/site/`: is that meant?"), help);
  }

  @Test
  void a_file_is_no_submission_and_no_students_fault() throws IOException {
    write(folder.resolve("in/bob.zip"), "PK");
    Submission bob = new Submission("bob.zip", folder.resolve("in/bob.zip"));
    Refusal refusal = bob.look(exercise, MOST).orElseThrow();
    assertEquals("`bob.zip` is a file, and a submission is a folder", refusal.problem().what());
    assertTrue(!refusal.students());
  }

  @Test
  void the_desk_has_the_students_files_and_what_is_named_of_the_teachers() throws IOException {
    write(folder.resolve("exercise/in/bob/site/index.html"), "another student's");
    site.resolve("index.html").toFile().setReadable(false, false);
    Desk desk = Desk.lay(exercise, alice(), folder.resolve("exercise/in"), MOST, "me");
    try (var all = Files.walk(desk.folder())) {
      List<String> files =
          all.filter(Files::isRegularFile)
              .map(path -> desk.folder().relativize(path).toString())
              .sorted()
              .toList();
      assertEquals(List.of("given/data", "site/index.html"), files);
    }
    assertEquals("mine", Files.readString(desk.folder().resolve("site/index.html")));
    assertTrue(
        Files.getPosixFilePermissions(desk.folder().resolve("site/index.html"))
            .toString()
            .contains("OTHERS_READ"));
    assertEquals(Optional.empty(), desk.clear());
    assertTrue(Files.notExists(desk.folder()));
  }

  @Test
  void the_solution_stands_in_for_nothing_however_the_exercise_is_reached() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("exercise"));
    Exercise linked =
        new Exercise(link.resolve("exercise.yaml"), exercise.scenario(), exercise.files());
    Desk desk = Desk.lay(linked, alice(), folder.resolve("in"), MOST, "me");
    assertEquals("mine", Files.readString(desk.folder().resolve("site/index.html")));
    assertTrue(Files.notExists(desk.folder().resolve("site/about.html")));
    assertTrue(Files.notExists(desk.folder().resolve("exercise.yaml")));
    assertEquals(Optional.empty(), desk.clear());
  }
}
