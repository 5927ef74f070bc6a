package io.labrun.report.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.report.Golden;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms that are text: Mermaid and DOT. */
final class GraphTextTest {
  private static final String HOSTILE =
      "a\"]; end\nend %%{init: {}}%% --> b|x| `c` #quot; <b>&lt;</b> style:x#y; \\\" \\N {[(";

  /** What a line of a flowchart of ours may be; a text in quotes holds no sign with a meaning. */
  private static final Pattern MERMAID =
      Pattern.compile(
          "flowchart TB| *end"
              + "| *subgraph [a-z]\\d+\\[T]"
              + "| *p?[a-z]\\d+(\\[T]|\\[\\[T]]|\\(\\[T]\\)|\\[\\(T\\)]|\\[/T/]|>T])"
              + "| *p?[a-z]\\d+ (---|===|-->|-\\.-x)(\\|(T|parent of)\\|)? [a-z]\\d+"
              + "| *linkStyle \\d+ stroke:#[0-9a-f]{6}(,stroke-width:3px)?");

  private static final Pattern MERMAID_TEXT =
      Pattern.compile("\"([\\p{L}\\p{N} .:,/_()→·×✓✗…-]|#\\d+;|<br/>)*\"");

  private static final Pattern DOT =
      Pattern.compile(
          "digraph T \\{| *}| *(graph|node|edge) \\[A]; *| *subgraph cluster_\\d+ \\{"
              + "| *label=T; style=rounded;"
              + "| *p?[a-z]\\d+ \\[A];| *p?[a-z]\\d+ -> [a-z]\\d+( \\[A])?;");

  private static final Pattern DOT_TEXT = Pattern.compile("\"([^\"\\\\]|\\\\.)*\"");
  private static final Pattern DOT_ATTRIBUTES =
      Pattern.compile("\\[[a-z]+=[\\w.]+(, [a-z]+=[\\w.]+)*]");

  static List<String> shipped() {
    return Plans.shipped();
  }

  @ParameterizedTest
  @ValueSource(strings = {"macvlan", "overlay", "volume"})
  void golden(String name) {
    Topology topology = TopologyOf.plan(Plans.scenario(name));
    Golden.check("graph/" + name + ".mmd", MermaidText.of(topology));
    Golden.check("graph/" + name + ".dot", DotText.of(topology));
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void every_scenario_is_a_sound_flowchart_and_graph(String name) {
    Topology topology = TopologyOf.plan(Plans.scenario(name));
    isSound(MermaidText.of(topology));
    isSoundDot(DotText.of(topology));
  }

  @Test
  void hostile_names_stay_text() {
    isSound(MermaidText.of(Hostile.topology(HOSTILE)));
    isSoundDot(DotText.of(Hostile.topology(HOSTILE)));
    assertTrue(MermaidWords.escaped("a\"b").equals("a#34;b"));
    assertEquals("a\\\"b\\\\N&amp;", DotText.escaped("a\"b\\N&"));
  }

  /** A label that reads from right to left says something else than what it says. */
  @Test
  void nothing_reorders_a_label_hides_in_it_or_breaks_it() {
    String strange = "a\u202eb\u2066c\u0000d\ud800e\u001b]8;;x\u0007\u2028f\u0085g\nh";
    String mermaid = MermaidWords.escaped(strange);
    assertTrue(mermaid.matches("[ -~]*"), mermaid);
    Matcher entities = Pattern.compile("#(\\d+);").matcher(mermaid);
    String meant =
        entities.replaceAll(
            one -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(one.group(1)))));
    String seen = "a\\u202eb\\u2066c\\x00d\\ud800e\\x1b]8;;x\\x07\\u2028f\\x85g h";
    assertEquals(seen, meant);
    assertEquals(seen.replace("\\", "\\\\"), DotText.escaped(strange));
  }

  @Test
  void links_are_styled_by_their_place_in_the_text() {
    List<String> lines = MermaidText.of(Hostile.topology("x"));
    List<String> links =
        lines.stream().filter(line -> line.matches(" *\\w+ (---|===|-->|-\\.-x).*")).toList();
    int failed = links.indexOf("  c0 -->|\"✗ failed: 1 x\"| c1");
    assertTrue(
        lines.contains("  linkStyle " + failed + " stroke:#cf222e,stroke-width:3px"),
        String.join("\n", lines));
  }

  private static void isSound(List<String> lines) {
    int depth = 0;
    for (String line : lines) {
      String bare = MERMAID_TEXT.matcher(line).replaceAll("T");
      assertTrue(MERMAID.matcher(bare).matches(), line);
      depth += line.strip().startsWith("subgraph") ? 1 : line.strip().equals("end") ? -1 : 0;
    }
    assertEquals(0, depth);
  }

  private static void isSoundDot(List<String> lines) {
    for (String line : lines) {
      String bare = DOT_TEXT.matcher(line).replaceAll("T");
      assertTrue(DOT.matcher(DOT_ATTRIBUTES.matcher(bare).replaceAll("[A]")).matches(), line);
    }
  }
}
