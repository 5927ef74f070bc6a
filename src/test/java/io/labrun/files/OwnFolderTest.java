package io.labrun.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where paths lead on a real file system, and whether that is the scenario's own. */
final class OwnFolderTest {
  @TempDir private Path temporary;
  private Path lab;
  private Path home;
  private OwnFolder own;

  @BeforeEach
  void make() throws IOException {
    Path root = temporary.toRealPath();
    lab = Files.createDirectories(root.resolve("lab"));
    home = Files.createDirectories(root.resolve("home"));
    Files.createDirectories(root.resolve("secret/deep"));
    Files.createDirectories(lab.resolve("site"));
    own = OwnFolder.of(lab.resolve("lab.yaml"), home);
  }

  private void link(String name, String target) throws IOException {
    Files.createSymbolicLink(lab.resolve(name), Path.of(target));
  }

  private boolean isOwn(String written) {
    return own.holds(own.end(written));
  }

  @Test
  void what_is_in_the_folder_is_its_own_there_or_not() {
    assertTrue(isOwn("."));
    assertTrue(isOwn("./site"));
    assertTrue(isOwn("site/../site/new/file"));
    assertTrue(isOwn(lab.resolve("site").toString()));
  }

  @Test
  void what_lies_beside_or_above_is_not() {
    assertFalse(isOwn(".."));
    assertFalse(isOwn("../secret"));
    assertFalse(isOwn("./site/../../secret"));
    assertFalse(isOwn("../lab-of-others"));
    assertFalse(isOwn("/"));
    assertFalse(isOwn("~"));
    assertFalse(isOwn("~/x"));
  }

  @Test
  void links_are_followed_to_their_end() throws IOException {
    link("out", "../secret");
    link("again", "out/deep");
    link("within", "site");
    link("nowhere", "../secret/not/there");
    assertFalse(isOwn("out"));
    assertFalse(isOwn("out/deep"));
    assertFalse(isOwn("again"));
    assertFalse(isOwn("nowhere"), "the engine would make that folder");
    assertTrue(isOwn("within"));
    assertEquals(lab.resolveSibling("secret/deep"), own.end("again"));
    assertEquals(lab.resolveSibling("secret/not/there"), own.end("nowhere"));
  }

  @Test
  void behind_a_link_two_dots_may_mean_two_places() throws IOException {
    link("down", "../secret/deep");
    Path textual = lab.resolve("x");
    assertEquals(Set.of(textual, lab.resolveSibling("secret/x")), own.ends("down/../x"));
    assertEquals(Set.of(textual), own.ends("site/../x"));
  }

  @Test
  void a_loop_leads_anywhere() throws IOException {
    link("one", "two");
    link("two", "one");
    assertFalse(isOwn("one"));
  }

  @Test
  void a_folder_that_is_itself_reached_by_a_link_is_one_place() throws IOException {
    Path link = Files.createSymbolicLink(lab.resolveSibling("link"), lab);
    OwnFolder linked = OwnFolder.of(link.resolve("lab.yaml"), home);
    assertTrue(linked.holds(linked.end("./site")));
    assertFalse(linked.holds(linked.end("../secret")));
  }

  @Test
  void a_file_in_the_home_folder_does_not_own_all_of_it() throws IOException {
    OwnFolder atHome = OwnFolder.of(home.resolve("lab.yaml"), home);
    assertTrue(atHome.holds(atHome.end("./site")));
    assertFalse(atHome.holds(atHome.end(".")));
    assertFalse(atHome.holds(atHome.end("./.ssh/id")));
    OwnFolder above = OwnFolder.of(home.resolveSibling("lab.yaml"), home);
    assertFalse(above.holds(above.end("./lab")));
  }
}
