package io.labrun.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Markdown of lessons as HTML. */
final class MarkdownTest {
  private static String html(String markdown) {
    return Read.piece(out -> Markdown.write(markdown, out)).replaceAll("\n(?=<)", "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          some `code <b>` here      | <p>some <code>code &lt;b&gt;</code> here</p>
          *one* and **two**         | <p><em>one</em> and <strong>two</strong></p>
          **`docker ps`** twice     | <p><strong><code>docker ps</code></strong> twice</p>
          2 * 3 * 4, a*b*c          | <p>2 * 3 * 4, a*b*c</p>
          `*` and *                 | <p><code>*</code> and *</p>
          ## A heading *here*       | <h4>A heading <em>here</em></h4>
          [a `b`](https://c.org/)   | <p><a href="https://c.org/" rel="noreferrer">a <code>b</code></a></p>
          <mailto:a@b.org>          | <p><a href="mailto:a@b.org" rel="noreferrer">mailto:a@b.org</a></p>
          [a](ftp://c.org/)         | <p>[a](ftp://c.org/)</p>
          3. from three             | <ol start="3"><li><p>from three</p></li></ol>
          - [ ] **not closed*       | <ul><li><p>[ ] **not closed*</p></li></ul>
          """)
  void a_line(String markdown, String html) {
    assertEquals(html, html(markdown));
  }

  @Test
  void lines_of_a_paragraph_belong_together_and_an_empty_one_parts_them() {
    assertEquals("<p>one two</p><p>three</p>", html("one\n  two\n\n\nthree\n"));
  }

  @Test
  void lists_nest_by_their_indent_and_end_with_the_next_paragraph() {
    String text = "- a\n  goes on\n  1. b\n  2. c\n- d\n\n  more of d\n\nafter";
    assertEquals(
        "<ul><li><p>a goes on</p><ol><li><p>b</p></li><li><p>c</p></li></ol></li>"
            + "<li><p>d</p><p>more of d</p></li></ul><p>after</p>",
        html(text));
  }

  @Test
  void code_stands_as_it_is_also_where_its_fence_is_never_closed() {
    assertEquals(
        "<p>run</p><pre><code>  *x*\n# y</code></pre><p>then</p>",
        html("run\n```sh\n  *x*\n# y\n```\nthen"));
    assertEquals("<pre><code>x</code></pre>", html("```\nx"));
  }

  @Test
  void nothing_comes_to_nothing() {
    assertEquals("", html(" \n "));
  }
}
