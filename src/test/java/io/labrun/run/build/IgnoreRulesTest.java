package io.labrun.run.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Docker's own builder leaves out, and what it does not. */
final class IgnoreRulesTest {

  @ParameterizedTest
  @CsvSource({
    "*.md, README.md, true",
    "*.md, docs/README.md, false",
    "**/*.md, docs/a/README.md, true",
    "**/*.md, README.md, true",
    "docs, docs/a/b, true",
    "docs/, docs/a, true",
    "/docs, docs, true",
    "./docs/../lib, lib, true",
    "docs/**, docs/a, true",
    "docs/**, docs, false",
    "temp?, tempa, true",
    "temp?, temp, false",
    "temp?, temp/, false",
    "*/temp*, a/temporary, true",
    "*/temp*, a/b/temporary, false",
    "[a-c].txt, b.txt, true",
    "[^a-c].txt, b.txt, false",
    "a+b.(txt), a+b.(txt), true",
    "a.c, abc, false",
    "\\*.txt, a.txt, false",
    "\\*.txt, *.txt, true",
    "**, anything/at/all, true",
    "a/**/z, a/z, true",
    "a/**/z, a/b/c/z, true",
    "a/**/z, ab/z, false",
    "doc, docs, false"
  })
  void one_pattern(String pattern, String path, boolean out) {
    assertEquals(out, IgnoreRules.read(List.of(pattern)).leavesOut(path));
  }

  @Test
  void the_last_pattern_that_matches_decides() {
    IgnoreRules rules = IgnoreRules.read(List.of("*.md", "!README*.md", "README-secret.md"));
    assertTrue(rules.leavesOut("a.md"));
    assertFalse(rules.leavesOut("README.md"));
    assertTrue(rules.leavesOut("README-secret.md"));
  }

  @Test
  void something_in_a_folder_that_is_left_out_can_be_taken_back() {
    IgnoreRules rules = IgnoreRules.read(List.of("docs", "! docs/keep"));
    assertTrue(rules.takesBack());
    assertTrue(rules.leavesOut("docs/other"));
    assertFalse(rules.leavesOut("docs/keep/this"));
  }

  @Test
  void comments_and_empty_lines_say_nothing() {
    IgnoreRules rules = IgnoreRules.read(List.of("# a", "", "  ", " b "));
    assertFalse(rules.takesBack());
    assertFalse(rules.leavesOut("# a"));
    assertTrue(rules.leavesOut("b"));
  }

  @Test
  void what_is_no_pattern_is_said() {
    assertThrows(PatternSyntaxException.class, () -> IgnoreRules.read(List.of("[a")));
  }
}
