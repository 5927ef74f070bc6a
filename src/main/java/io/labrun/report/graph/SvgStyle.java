package io.labrun.report.graph;

import java.util.List;

/**
 * The colours of a picture, light and dark.
 *
 * <p>Each is a variable with its value written before it, for viewers that know no variables. In a
 * page the variables may be set for {@code svg.labrun-topology} by a rule with a longer selector.
 */
final class SvgStyle {
  /** Networks get these in turn: a hue for lines, and one to write on, light and dark. */
  private static final List<Hue> HUES =
      List.of(
          new Hue("#1769aa", "#d9ebf9", "#6cb4f0", "#173a56"),
          new Hue("#2e7d32", "#dcf1de", "#79c77d", "#1c4020"),
          new Hue("#8e44ad", "#f0e2f6", "#c893e0", "#44264f"),
          new Hue("#b26a00", "#fbecd3", "#e5ab51", "#4b3410"),
          new Hue("#00838f", "#d5f0f2", "#59c2cc", "#0f3f44"),
          new Hue("#5d6b1f", "#ecf0d2", "#b9c86a", "#363d17"),
          new Hue("#ad3a7c", "#f8deec", "#e88bbd", "#4f2039"),
          new Hue("#5a5fb8", "#e3e4f8", "#a3a7ee", "#2c2e57"));

  private static final List<Hue> PLAIN =
      List.of(
          new Hue("paper", "#ffffff", "#15181c"),
          new Hue("ink", "#1c2024", "#e8eaed"),
          new Hue("soft", "#57606a", "#a9b1ba"),
          new Hue("edge", "#8c959f", "#6b747e"),
          new Hue("frame", "#f6f8fa", "#1c2126"),
          new Hue("box", "#ffffff", "#262c33"),
          new Hue("good", "#1a7f37", "#4fc26b"),
          new Hue("bad", "#cf222e", "#ff6b63"),
          new Hue("warn", "#9a6700", "#e3b341"));

  private static final String SCOPE = ".labrun-topology";
  private static final String SHEET = make();

  /** A name with a light and a dark value; of a network, line and ground. */
  private record Hue(String one, String two, String three, String four) {
    Hue(String name, String light, String dark) {
      this(name, light, dark, "");
    }
  }

  private SvgStyle() {}

  /** The class of the network at an index. */
  static String network(int index) {
    return "n" + Math.floorMod(index, HUES.size());
  }

  /** The style sheet; it speaks of pictures of topologies only, whatever else is on a page. */
  static String sheet() {
    return SHEET;
  }

  private static String make() {
    StringBuilder light = new StringBuilder();
    StringBuilder dark = new StringBuilder();
    PLAIN.forEach(
        hue -> {
          light.append("--t-%s:%s;".formatted(hue.one(), hue.two()));
          dark.append("--t-%s:%s;".formatted(hue.one(), hue.three()));
        });
    for (int i = 0; i < HUES.size(); i++) {
      Hue hue = HUES.get(i);
      light.append("--t-l%d:%s;--t-g%d:%s;".formatted(i, hue.one(), i, hue.two()));
      dark.append("--t-l%d:%s;--t-g%d:%s;".formatted(i, hue.three(), i, hue.four()));
    }
    return SCOPE
        + "{"
        + light
        + "font-family:\"DejaVu Sans\",Verdana,\"Segoe UI\",Roboto,Helvetica,Arial,sans-serif;"
        + "background:var(--t-paper)}\n"
        + "@media screen and (prefers-color-scheme:dark){"
        + SCOPE
        + "{"
        + dark
        + "}}\n"
        + shapes()
        + verdicts()
        + networks();
  }

  private static String shapes() {
    return rule(".f", fill("frame") + stroke("edge"))
        + rule(".fd", fill("paper") + stroke("edge") + "stroke-dasharray:5 4;")
        + rule(".b", fill("box") + stroke("edge"))
        + rule(".be", fill("frame") + stroke("edge") + "stroke-dasharray:4 3;")
        + rule(".k", fill("box") + stroke("soft"))
        + rule(".kd", fill("box") + stroke("soft") + "stroke-dasharray:3 2;")
        + rule(".w", "fill:none;" + stroke("soft") + "stroke-width:1.5;")
        + rule("text", fill("ink") + "font-size:11px;")
        + rule(".h", "font-size:13px;font-weight:bold;")
        + rule(".a", "font-size:12px;font-weight:bold;")
        + rule(".x", fill("soft"))
        + rule(".s", "font-size:10px;")
        + rule(".sx", "font-size:10px;" + fill("soft"));
  }

  private static String verdicts() {
    return verdict("good", "good", "2")
        + verdict("bad", "bad", "3")
        + verdict("warn", "warn", "2")
        + verdict("dull", "soft", "1.5")
        + rule(".out", "stroke-dasharray:6 4;")
        + rule(".pill", fill("paper"));
  }

  private static String verdict(String name, String hue, String width) {
    return rule(".v-" + name, "fill:none;" + stroke(hue) + "stroke-width:" + width + ";")
        + rule(".m-" + name, fill(hue) + "stroke:none;")
        + rule("text.x-" + name, fill(hue) + "font-weight:bold;");
  }

  private static String networks() {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < HUES.size(); i++) {
      Hue hue = HUES.get(i);
      String line = "stroke:%s;stroke:var(--t-l%d);".formatted(hue.one(), i);
      String full = "fill:%s;fill:var(--t-l%d);".formatted(hue.one(), i);
      out.append(rule(".n" + i, "fill:none;" + line + "stroke-width:2.5;"))
          .append(rule(".g" + i, "fill:%s;fill:var(--t-g%d);".formatted(hue.two(), i) + line))
          .append(rule(".d" + i, full));
    }
    return out.toString();
  }

  private static String rule(String selector, String body) {
    return SCOPE + " " + selector + "{" + body + "}\n";
  }

  private static String fill(String name) {
    return "fill:%s;fill:var(--t-%s);".formatted(light(name), name);
  }

  private static String stroke(String name) {
    return "stroke:%s;stroke:var(--t-%s);".formatted(light(name), name);
  }

  private static String light(String name) {
    return PLAIN.stream().filter(hue -> hue.one().equals(name)).findFirst().orElseThrow().two();
  }
}
