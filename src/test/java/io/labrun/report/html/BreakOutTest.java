package io.labrun.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.event.BatchResult;
import io.labrun.event.FileResult;
import io.labrun.event.Leftover;
import io.labrun.event.Observation;
import io.labrun.event.Observation.Output;
import io.labrun.event.Outcome;
import io.labrun.event.Problem;
import io.labrun.event.ScenarioResult;
import io.labrun.event.ScenarioRun;
import io.labrun.event.Snapshot;
import io.labrun.event.Status;
import io.labrun.event.Stretch;
import io.labrun.source.Diagnostic;
import io.labrun.source.SourceText;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Whatever a container prints or a scenario says is text in the page and nothing else. */
final class BreakOutTest {
  private static final String MARKUP =
      "</script></style></title></pre></svg><img src=x onerror=alert(1)>"
          + "<svg/onload=alert(1)><a href=javascript:alert(1)>x</a>"
          + "\" onfocus=\"alert(1)' style='background:url(//evil)' <!-- ]]> &lt;&#0;";
  private static final String INVISIBLE =
      "\0\u001b[31m\r\u0085\u202e\u2066\u200f\u2028\ud800\udc00\udc00\ud800";
  private static final String HOSTILE = MARKUP + INVISIBLE;

  /** A scenario whose every text wants out, as far as YAML lets it. */
  private static Lab lab() {
    String quoted = '"' + MARKUP.replace("\"", "\\\"") + "\\u202e\\u2066\\u0085" + '"';
    String text =
        """
        name: hostile
        title: %s
        description: %s
        tags: [%s]
        containers:
          box: {image: busybox}
        assertions:
          - name: %s
            exec: {container: box, command: "true"} # </pre><img src=x onerror=alert(1)>
            hint: %s
          - name: second
            exec: {container: box, command: "true"}
        """
            .formatted(quoted, quoted, quoted, quoted, quoted);
    return Lab.of(new SourceText(MARKUP, text));
  }

  private static ScenarioRun run() {
    Lab lab = lab();
    Output output = new Output(List.of("sh", HOSTILE), Optional.of(1), HOSTILE, HOSTILE, true);
    Observation seen =
        new Observation(
            HOSTILE,
            HOSTILE,
            Optional.of(output),
            List.of(
                lab.wrong("command: \"true\"", HOSTILE, HOSTILE, HOSTILE + "\n" + HOSTILE),
                lab.wrong("exec", HOSTILE, "a\nb\n" + HOSTILE, "a\n" + HOSTILE)));
    Problem why = Problem.of(HOSTILE).details(List.of(HOSTILE)).help(HOSTILE);
    lab.claim(Status.FAILED, 1, 1, Optional.of(why), seen)
        .claim(Status.ERROR, 1, 1, Optional.of(why));
    Snapshot snapshot =
        new Snapshot(
            List.of(new Snapshot.Network(HOSTILE, HOSTILE, List.of(HOSTILE))),
            List.of(
                new Snapshot.Container(
                    HOSTILE,
                    HOSTILE,
                    HOSTILE,
                    Optional.empty(),
                    List.of(new Snapshot.Address(HOSTILE, HOSTILE, HOSTILE)),
                    List.of(HOSTILE))));
    ScenarioResult of = lab.because(why).run(Outcome.FAILED, HOSTILE, 0, null).result();
    ScenarioResult result =
        new ScenarioResult(
            of.plan(),
            of.outcome(),
            of.assertions(),
            of.problem(),
            List.of(new Leftover("network", HOSTILE, HOSTILE)),
            true,
            of.time());
    Stretch stretch =
        new Stretch(Stretch.Part.SET_UP, HOSTILE, Duration.ZERO, Duration.ZERO, false);
    return new ScenarioRun(result, HOSTILE, Duration.ZERO, List.of(stretch), Optional.of(snapshot));
  }

  private static String page() throws IOException {
    Diagnostic mistake =
        new Diagnostic("bad", Optional.of(lab().at("hint")), HOSTILE, HOSTILE, List.of(HOSTILE));
    return Read.page(
        new BatchResult(
            List.of(
                new FileResult(HOSTILE, List.of(), Optional.empty(), List.of(run(), run()), 1),
                FileResult.invalid(
                    HOSTILE, List.of(mistake, Diagnostic.of("bad", HOSTILE).label(HOSTILE))),
                FileResult.unrun(HOSTILE, Problem.of(HOSTILE))),
            Instant.EPOCH,
            Duration.ofSeconds(1),
            Optional.of(HOSTILE)));
  }

  @Test
  void no_element_and_no_attribute_is_there_that_a_harmless_page_has_not() throws IOException {
    Document hostile = Read.document(page());
    assertEquals(
        Set.of(), without(names(hostile), names(Read.document(Read.page(Sample.batch())))));
    assertEquals(1, hostile.select("script").size());
    assertEquals(List.of(), hostile.select("img, [onerror], [onload], [onfocus], [style]"));
  }

  private static Set<String> names(Document page) {
    Set<String> out = new TreeSet<>();
    for (Element element : page.getAllElements()) {
      out.add("<" + element.tagName() + ">");
      for (Attribute attribute : element.attributes()) {
        out.add(attribute.getKey());
      }
    }
    return out;
  }

  private static Set<String> without(Set<String> all, Set<String> known) {
    Set<String> out = new TreeSet<>(all);
    out.removeAll(known);
    out.remove("start");
    return out;
  }

  @Test
  void the_text_is_all_there_to_be_read() throws IOException {
    String text = Read.document(page()).body().wholeText();
    int times = text.split(java.util.regex.Pattern.quote(MARKUP), -1).length - 1;
    assertTrue(times > 40, "only " + times + " of the texts are in the page as they are");
  }

  @Test
  void no_character_is_there_that_hides_reorders_or_breaks_the_page() throws IOException {
    String page = page();
    String strange =
        page.codePoints()
            .filter(
                c ->
                    c != '\n' && (c < 0x20 || (c > 0x7e && c < 0xa0))
                        || bidi(c)
                        || Character.getType(c) == Character.SURROGATE)
            .mapToObj(c -> "%04x".formatted(c))
            .distinct()
            .toList()
            .toString();
    assertEquals("[]", strange);
    assertTrue(page.contains("\\x1b[31m") && page.contains("\\u202e") && page.contains("\\ud800"));
  }

  private static boolean bidi(int c) {
    return (c >= 0x2028 && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0x200e
        || c == 0x200f;
  }

  @Test
  void links_lead_to_the_web_or_to_mail_only() throws IOException {
    String text =
        """
        [a](javascript:alert(1)) [b](JaVaScRiPt:alert) [c](data:text/html,x) [d](//evil) [e](/etc)
        [f](https://example.org/?a=1&b="2") [g](mailto:a@example.org) <http://example.org/<b>>
        <javascript:alert(1)> [h](#f1) [i](vbscript:x) [j](https://x"onclick=alert(1))
        """;
    Document page =
        Read.document(
            "<!doctype html><title>x</title>" + Read.piece(out -> Markdown.write(text, out)));
    for (Element link : page.select("a")) {
      assertTrue(link.attr("href").matches("(https?://|mailto:).*"), link.outerHtml());
      assertEquals(
          Set.of("href", "rel"),
          Set.copyOf(link.attributes().asList().stream().map(Attribute::getKey).toList()));
    }
    assertEquals(List.of("f", "g"), page.select("a").eachText());
    assertFalse(page.text().isEmpty());
  }
}
