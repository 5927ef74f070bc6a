package io.labrun.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.labrun.source.Marks;
import io.labrun.source.Theme;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of several texts beside one word each is seen to begin. */
final class LeadsTest {
  private static final Pen NARROW = new Pen(new Theme(Marks.ASCII, false, 36));

  @Test
  void what_wraps_of_one_of_several_is_indented() {
    assertEquals(
        List.of(
            "      help  is this machine online?",
            "            without a network:",
            "              labrun images load"),
        Leads.lines(
            NARROW,
            "help",
            List.of("is this machine online?", "without a network: labrun images load")));
  }

  @Test
  void a_single_one_needs_no_such_sign() {
    assertEquals(
        List.of("      hint  Look at the address of", "            the stranger."),
        Leads.lines(NARROW, "hint", List.of("Look at the address of the stranger.")));
  }
}
