package io.labrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code labrun graph} draws, and where it puts it. */
final class GraphCommandTest {
  @TempDir private Path folder;
  private final World world = new World();

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @ParameterizedTest
  @CsvSource({"svg, <svg xmlns", "mermaid, flowchart TB", "dot, digraph"})
  void it_prints_the_form_that_is_asked_for(String form, String beginning) throws IOException {
    assertEquals(0, world.run("graph", "--format", form, file("a.yaml", World.ONE_BOX)));
    assertTrue(world.out().startsWith(beginning), world.out());
    assertTrue(world.out().contains("box"), world.out());
    assertEquals("", world.err());
  }

  @Test
  void without_a_word_it_is_mermaid() throws IOException {
    assertEquals(0, world.run("graph", file("a.yaml", World.ONE_BOX)));
    assertTrue(world.out().startsWith("flowchart TB\n"), world.out());
  }

  @ParameterizedTest
  @CsvSource({
    "lab.svg, <svg",
    "lab.SVG, <svg",
    "lab.mmd, flowchart",
    "lab.dot, digraph",
    "lab.gv, digraph"
  })
  void the_ending_of_the_file_says_the_form(String name, String beginning) throws IOException {
    Path output = folder.resolve("new").resolve(name);
    assertEquals(0, world.run("graph", "-o", output.toString(), file("a.yaml", World.ONE_BOX)));
    assertEquals("", world.out());
    assertTrue(Files.readString(output).startsWith(beginning));
  }

  @Test
  void an_ending_that_says_nothing_is_wrong_use_unless_the_form_is_said() throws IOException {
    String lab = file("a.yaml", World.ONE_BOX);
    String output = folder.resolve("lab.png").toString();
    assertEquals(2, world.run("graph", "-o", output, lab));
    assertTrue(world.err().contains("does not say in which form to draw"), world.err());
    assertTrue(world.err().contains("--format svg, mermaid or dot"), world.err());
    assertFalse(Files.exists(Path.of(output)));
    assertEquals(0, new World().run("graph", "-o", output, "--format", "svg", lab));
  }

  @Test
  void a_file_that_cannot_be_written_is_said() throws IOException {
    String lab = file("a.yaml", World.ONE_BOX);
    assertEquals(2, world.run("graph", "--format", "svg", "-o", folder.toString(), lab));
    assertTrue(world.err().contains("cannot be written"), world.err());
  }

  @Test
  void no_picture_takes_the_place_of_a_scenario() throws IOException {
    String lab = file("lab.yaml", World.ONE_BOX);
    assertEquals(2, world.run("graph", "--format", "svg", "-o", lab, lab));
    assertTrue(world.err().contains("it is one of the scenarios"), world.err());
    String other = file("other.txt", World.ONE_BOX);
    assertEquals(2, new World().run("graph", "--format", "svg", "-o", other, other));
    String none = folder.resolve("none.yaml").toString();
    assertEquals(2, new World().run("graph", "--format", "svg", "-o", none, lab));
    assertEquals(World.ONE_BOX, Files.readString(Path.of(lab)));
    assertEquals(World.ONE_BOX, Files.readString(Path.of(other)));
  }

  @Test
  void a_hyphen_is_standard_output() throws IOException {
    assertEquals(0, world.run("graph", "-o", "-", file("a.yaml", World.ONE_BOX)), world.err());
    assertTrue(world.out().startsWith("flowchart TB\n"), world.out());
  }

  @Test
  void a_picture_that_breaks_off_is_said_and_leaves_nothing() throws IOException {
    String lab = file("a.yaml", World.ONE_BOX);
    assertEquals(2, world.run("graph", "--format", "dot", "-o", "/dev/full", lab), world.err());
    assertTrue(world.err().contains("`/dev/full` cannot be written: "), world.err());
    assertFalse(world.err().contains("written: /dev/full"), world.err());
    String below = lab + "/below.svg";
    World other = new World();
    assertEquals(2, other.run("graph", "-o", below, lab));
    assertTrue(other.err().contains("is a file, not a folder"), other.err());
  }

  @Test
  void mistakes_go_to_standard_error_and_stop_no_other_file() throws IOException {
    String bad = file("bad.yaml", "name: 1 2 3\n");
    assertEquals(3, world.run("graph", bad, file("good.yaml", World.ONE_BOX)));
    assertTrue(world.err().contains("nothing is drawn"), world.err());
    assertTrue(world.out().contains("good.yaml\nflowchart TB\n"), world.out());
  }

  @ParameterizedTest
  @CsvSource({"mermaid, %%", "dot, //"})
  void of_several_each_says_of_which_file_it_is(String form, String remark) throws IOException {
    String a = file("a.yaml", World.ONE_BOX);
    String b = file("b.yaml", World.ONE_BOX);
    assertEquals(0, world.run("graph", "--format", form, a, b));
    assertTrue(world.out().startsWith(remark + " " + a + "\n"), world.out());
    assertTrue(world.out().contains("\n\n" + remark + " " + b + "\n"), world.out());
  }

  @Test
  void a_picture_shows_one_scenario() throws IOException {
    String one = file("one.yaml", World.ONE_BOX);
    String other = file("other.yaml", World.ONE_BOX);
    assertEquals(2, world.run("graph", "--format", "svg", one, other));
    assertTrue(world.err().contains("a picture shows one scenario, and these are 2"), world.err());
    assertEquals(0, new World().run("graph", "--format", "dot", one, other));
  }

  @Test
  void a_run_is_only_chosen_among_those_that_stand() throws IOException {
    assertEquals(2, world.run("graph", "--run", "4f2a", file("a.yaml", World.ONE_BOX)));
    assertTrue(world.err().contains("goes with --live"), world.err());
  }

  @Test
  void what_stands_only_an_engine_knows() throws IOException {
    assertEquals(4, world.run("graph", "--live", file("a.yaml", World.ONE_BOX)));
    assertTrue(world.err().contains("no Docker engine answers"), world.err());
  }
}
