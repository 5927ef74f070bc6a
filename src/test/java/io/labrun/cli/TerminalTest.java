package io.labrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is made of the environment and of what the launcher says. */
final class TerminalTest {
  private static Terminal of(Map<String, String> env, Map<String, String> properties) {
    return Terminal.of(env, properties::get);
  }

  @Test
  void without_a_terminal_it_is_80_columns_wide() {
    Terminal none = of(Map.of(), Map.of("labrun.tty.out", "false"));
    assertEquals(80, none.columns());
    assertFalse(none.out());
  }

  @Test
  void the_width_is_that_of_the_terminal_unless_columns_says_otherwise() {
    Map<String, String> terminal = Map.of("labrun.tty.out", "true", "labrun.columns", "132");
    assertEquals(132, of(Map.of(), terminal).columns());
    assertEquals(60, of(Map.of("COLUMNS", "60"), terminal).columns());
    assertEquals(40, of(Map.of("COLUMNS", "3"), terminal).columns());
    assertEquals(80, of(Map.of("COLUMNS", "x"), Map.of()).columns());
    assertEquals(80, of(Map.of("COLUMNS", "0"), Map.of()).columns());
  }

  @Test
  void resized_it_is_as_large_as_stty_says_unless_somebody_else_says_otherwise() {
    Map<String, String> terminal = Map.of("labrun.tty.out", "true", "labrun.columns", "132");
    Terminal resized = of(Map.of(), terminal).resized(Map.of(), "30 90\n");
    assertEquals(90, resized.columns());
    assertEquals(30, resized.rows());
    assertTrue(resized.out());
    assertEquals(40, resized.resized(Map.of(), "1 3").columns());
    assertEquals(5, resized.resized(Map.of(), "1 3").rows());
    assertEquals(60, resized.resized(Map.of("COLUMNS", "60"), "30 100").columns());
    assertEquals(resized, resized.resized(Map.of(), "stty: standard input: no tty"));
    assertEquals(resized, resized.resized(Map.of(), ""));
    assertEquals(resized, resized.resized(Map.of(), "0 0"));
  }

  @Test
  void where_lines_would_break_or_leave_it_nothing_moves() {
    Map<String, String> env = Map.of("TERM", "xterm");
    assertFalse(of(env, Map.of("labrun.columns", "40")).dumb());
    assertTrue(of(env, Map.of("labrun.columns", "39")).dumb());
    assertTrue(of(Map.of("TERM", "xterm", "COLUMNS", "20"), Map.of()).dumb());
    assertTrue(of(env, Map.of("labrun.columns", "80", "labrun.rows", "4")).dumb());
    assertTrue(of(Map.of("TERM", "dumb"), Map.of()).dumb());
  }

  @Test
  void the_first_locale_variable_that_is_set_says_whether_it_is_utf_8() {
    assertTrue(of(Map.of("LANG", "de_DE.UTF-8"), Map.of()).isUtf8());
    assertTrue(of(Map.of("LANG", "C", "LC_CTYPE", "C.utf8"), Map.of()).isUtf8());
    assertFalse(of(Map.of("LANG", "C.UTF-8", "LC_ALL", "C"), Map.of()).isUtf8());
    assertFalse(of(Map.of("LANG", "ru_RU.KOI8-R"), Map.of()).isUtf8());
    assertFalse(of(Map.of(), Map.of()).isUtf8());
    assertTrue(of(Map.of("LC_ALL", "", "LANG", "de_DE.UTF-8@euro"), Map.of()).isUtf8());
  }

  @Test
  void the_locale_that_the_launcher_has_changed_for_java_is_put_back() {
    Map<String, String> changed = Map.of("LC_ALL", "C.UTF-8", "LANG", "C", "HOME", "/h");
    assertEquals(
        Map.of("LANG", "C", "HOME", "/h"),
        Environment.of(changed, Map.of("labrun.lc_all", "")::get));
    assertEquals(
        "POSIX", Environment.of(changed, Map.of("labrun.lc_all", "POSIX")::get).get("LC_ALL"));
    assertEquals(changed, Environment.of(changed, name -> null));
  }

  @Test
  void the_language_is_that_of_messages() {
    assertEquals("ru", Terminal.language(Map.of("LANG", "ru_RU.UTF-8")));
    assertEquals("en", Terminal.language(Map.of("LANG", "C")));
    assertEquals("en", Terminal.language(Map.of("LANG", "C.UTF-8")));
    assertEquals("de", Terminal.language(Map.of("LC_MESSAGES", "de", "LANG", "ru_RU")));
  }

  @Test
  void colour_is_for_terminals_and_the_user_has_the_last_word() {
    assertTrue(ColorMode.auto.colours(true, false, Map.of()));
    assertFalse(ColorMode.auto.colours(false, false, Map.of()));
    assertFalse(ColorMode.auto.colours(true, true, Map.of()));
    assertFalse(ColorMode.auto.colours(true, false, Map.of("NO_COLOR", "1")));
    assertTrue(ColorMode.auto.colours(true, false, Map.of("NO_COLOR", "")));
    assertFalse(ColorMode.auto.colours(true, false, Map.of("CLICOLOR", "0")));
    assertTrue(ColorMode.auto.colours(false, false, Map.of("CLICOLOR_FORCE", "1")));
    assertTrue(ColorMode.always.colours(false, true, Map.of("NO_COLOR", "1")));
    assertFalse(ColorMode.never.colours(true, false, Map.of("CLICOLOR_FORCE", "1")));
  }
}
