package io.labrun.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Elements are balanced, and what is not ours stays text. */
final class MarkupTest {
  private final StringWriter written = new StringWriter();
  private final Markup out = new Markup(written);

  @Test
  void texts_and_values_are_escaped() {
    out.leaf("b", "<i>&\"'\u001b\n\tx", "title", "\"><b>\n").end();
    assertEquals(
        "<b title=\"&quot;&gt;&lt;b&gt;\\x0a\">&lt;i&gt;&amp;&quot;&#39;\\x1b\n    x</b>\n",
        written.toString());
  }

  @Test
  void an_attribute_without_a_value_is_left_out_and_an_empty_one_stands_alone() {
    out.empty("input", "checked", "", "id", null).end();
    assertEquals("\n<input checked>\n", written.toString());
  }

  @Test
  void what_is_not_balanced_is_a_mistake_of_ours() {
    out.open("p").open("b");
    assertThrows(IllegalStateException.class, () -> out.close("p"));
    assertThrows(IllegalStateException.class, out::end);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        " https://x",
        "data:text/html,x",
        "//evil",
        "https:x",
        "https://x y",
        "#F1 x"
      })
  void no_other_address_can_be_linked(String address) {
    assertThrows(IllegalArgumentException.class, () -> out.open("a", "href", address));
  }

  @Test
  void names_are_ours_and_none_that_the_policy_forbids() {
    assertThrows(IllegalArgumentException.class, () -> out.open("b onclick"));
    assertThrows(IllegalArgumentException.class, () -> out.open("b", "a=b", "c"));
    assertThrows(IllegalArgumentException.class, () -> out.open("b", "onclick", "x"));
    assertThrows(IllegalArgumentException.class, () -> out.open("b", "style", "color: red"));
  }
}
