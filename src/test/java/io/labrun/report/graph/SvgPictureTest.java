package io.labrun.report.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.event.Status;
import io.labrun.plan.Plan;
import io.labrun.report.Golden;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

final class SvgPictureTest {
  private record Box(String what, int left, int top, int right, int bottom) {
    boolean overlaps(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    boolean holds(Box other) {
      return left <= other.left
          && top <= other.top
          && other.right <= right
          && other.bottom <= bottom;
    }
  }

  static Stream<Plan> labs() {
    return Stream.concat(
        Plans.shipped().stream().map(Plans::scenario), Stream.of(1, 2, 9, 30).map(Plans::big));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"architecture", "internal-network", "macvlan", "overlay", "postgres", "volume"})
  void golden(String name) {
    Golden.check(
        "graph/" + name + ".svg", SvgPicture.of(TopologyOf.plan(Plans.scenario(name)), name));
  }

  @Test
  void verdicts_have_a_mark_and_a_word_besides_their_colour() {
    Plan plan = Plans.scenario("macvlan");
    Topology seen =
        TopologyOf.run(
            Plans.run(
                plan,
                Optional.empty(),
                Plans.result(plan, 0, Status.PASSED),
                Plans.result(plan, 1, Status.PASSED),
                Plans.result(plan, 2, Status.PASSED, "alice → bob", "bob → alice"),
                Plans.result(plan, 3, Status.FAILED, "alice → 172.16.86.1"),
                Plans.result(plan, 4, Status.PASSED, "engine → alice", "engine → bob")));
    String picture = SvgPicture.of(seen, "macvlan");
    Golden.check("graph/verdicts.svg", picture);
    assertTrue(picture.contains(">4 failed</text>"), picture);
    assertTrue(picture.contains("class=\"v-good out\""), picture);
    assertTrue(picture.contains("unreachable, as it should be"), picture);
    assertTrue(picture.contains("alice → 172.16.86.1: no answer in 5 s"), picture);
  }

  @ParameterizedTest
  @MethodSource("labs")
  void no_box_overlaps_another_and_all_are_inside_their_frame(Plan plan) {
    Layout layout = new Layout(TopologyOf.plan(plan));
    for (Frame frame : layout.frames) {
      Box around = new Box("frame", frame.x, frame.y, frame.right(), frame.bottom);
      List<Box> boxes = boxes(frame);
      for (int i = 0; i < boxes.size(); i++) {
        assertTrue(around.holds(boxes.get(i)), boxes.get(i) + " in " + around);
        for (int j = 0; j < i; j++) {
          assertFalse(boxes.get(i).overlaps(boxes.get(j)), boxes.get(i) + " " + boxes.get(j));
        }
      }
    }
    for (int i = 1; i < layout.frames.size(); i++) {
      assertTrue(layout.frames.get(i - 1).right() < layout.frames.get(i).x);
    }
  }

  private static List<Box> boxes(Frame frame) {
    List<Box> out = new ArrayList<>();
    for (Zone zone : frame.zones) {
      if (zone.hasBar()) {
        out.add(new Box(zone.label, frame.barLeft(), zone.y, frame.barRight(), zone.y + Zone.BAR));
      }
      for (Row row : zone.rows) {
        for (Cell cell : row.cells) {
          out.add(
              new Box(cell.name, cell.x, cell.y, cell.x + cell.width(), cell.y + cell.height()));
        }
      }
    }
    return out;
  }

  @ParameterizedTest
  @MethodSource("labs")
  void no_wire_runs_through_a_box(Plan plan) throws Exception {
    Layout layout = new Layout(TopologyOf.plan(plan));
    List<Box> boxes = new ArrayList<>();
    for (Frame frame : layout.frames) {
      for (Zone zone : frame.zones) {
        zone.rows.forEach(row -> row.cells.forEach(cell -> boxes.addAll(parts(cell))));
      }
    }
    SvgPen pen = new SvgPen();
    SvgWires wires = new SvgWires(layout, pen, java.util.Map.of());
    for (Wire wire : layout.wires.all()) {
      for (Box line : lines(wires.way(wire))) {
        boxes.forEach(box -> assertFalse(line.overlaps(box), line + " through " + box));
      }
    }
  }

  /** A box and each of the things that hang below it. */
  private static List<Box> parts(Cell cell) {
    List<Box> out = new ArrayList<>();
    int y = cell.node.isPresent() ? cell.boxBottom() : cell.y - Item.GAP;
    out.add(new Box(cell.name, cell.x, cell.y, cell.x + cell.width(), y));
    for (Item item : cell.items) {
      y += Item.GAP;
      out.add(new Box(item.label(), cell.x, y, cell.x + item.width(), y + Item.HEIGHT));
      y += Item.HEIGHT;
    }
    return out;
  }

  /** The straight pieces of a way that is made of M, H and V only. */
  private static List<Box> lines(String way) {
    List<Box> out = new ArrayList<>();
    for (String piece : way.substring(1).split("M")) {
      int x = Integer.parseInt(piece.split("[ ]")[0]);
      int y = Integer.parseInt(piece.split("[ HV]")[1]);
      int to = Integer.parseInt(piece.split("[HV]")[1]);
      boolean across = piece.contains("H");
      out.add(
          across
              ? new Box(piece, Math.min(x, to), y, Math.max(x, to), y + 1)
              : new Box(piece, x, Math.min(y, to) + 1, x + 1, Math.max(y, to)));
    }
    return out;
  }

  @ParameterizedTest
  @MethodSource("labs")
  void every_text_ends_before_the_picture_does(Plan plan) throws Exception {
    Element svg = parse(SvgPicture.of(TopologyOf.plan(plan), "p"));
    int width = Integer.parseInt(svg.getAttribute("width"));
    NodeList texts = svg.getElementsByTagName("text");
    for (int i = 0; i < texts.getLength(); i++) {
      Element text = (Element) texts.item(i);
      int size =
          switch (text.getAttribute("class")) {
            case "h" -> Cell.NAME_SIZE;
            case "a" -> Zone.LABEL_SIZE;
            case "s", "sx" -> Item.SIZE;
            default -> Cell.TEXT_SIZE;
          };
      int end =
          Integer.parseInt(text.getAttribute("x")) + TextSize.width(text.getTextContent(), size);
      assertTrue(end <= width, text.getTextContent() + " ends at " + end + " of " + width);
    }
  }

  /** Of so many boxes each is drawn once, and looks at no more others than the same in fewer. */
  @Test
  void four_times_as_many_containers_are_hardly_more_than_four_times_the_work() {
    Work few = new Work();
    Work many = new Work();
    String small = SvgPicture.of(few.counting(TopologyOf.plan(Plans.big(100))), "p");
    String large = SvgPicture.of(many.counting(TopologyOf.plan(Plans.big(400))), "p");
    assertTrue(few.looks > 100, few.looks + " looks");
    assertTrue(many.looks < 6 * few.looks, few.looks + " looks, then " + many.looks);
    int elements = elements(small);
    assertTrue(elements(large) < 6 * elements, elements + " elements, then " + elements(large));
    assertTrue(large.length() < 6 * small.length(), small.length() + ", then " + large.length());
  }

  private static int elements(String picture) {
    return picture.split("<[a-z]").length;
  }

  /** What is looked at while a picture is drawn: each look at a thing of the topology is one. */
  private static final class Work {
    private long looks;

    Topology counting(Topology of) {
      return new Topology(
          of.name(),
          counted(of.hosts()),
          counted(of.networks()),
          counted(of.nodes()),
          counted(of.stores()),
          counted(of.reaches()));
    }

    private <T> List<T> counted(List<T> list) {
      return new AbstractList<>() {
        @Override
        public T get(int index) {
          looks++;
          return list.get(index);
        }

        @Override
        public int size() {
          return list.size();
        }
      };
    }
  }

  @Test
  void hostile_names_stay_text() throws Exception {
    String hostile = "</title><script>alert(1)</script> ]]> --> &amp; \" ' \u0001\u202e";
    Element svg = parse(SvgPicture.of(Hostile.topology(hostile), "p"));
    Set<String> elements = new TreeSet<>();
    NodeList all = svg.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      elements.add(all.item(i).getNodeName());
    }
    assertEquals(Set.of("circle", "desc", "g", "path", "rect", "style", "text", "title"), elements);
    String shown = svg.getElementsByTagName("title").item(0).getTextContent();
    assertTrue(shown.contains("</title><script>alert(1)</script> ]]> --> &amp; \" '"), shown);
    assertTrue(shown.contains("\\x01\\u202e"), shown);
  }

  @Test
  void pictures_on_one_page_share_no_id() {
    Topology lab = TopologyOf.plan(Plans.scenario("none"));
    assertTrue(SvgPicture.of(lab, "one").contains("aria-labelledby=\"one-title one-desc\""));
    assertFalse(SvgPicture.of(lab, "two").contains("id=\"one"));
    assertEquals(2, SvgPicture.of(lab, "two").split(" id=\"").length - 1);
  }

  @Test
  void it_says_in_words_what_it_shows() throws Exception {
    Element svg = parse(SvgPicture.of(TopologyOf.plan(Plans.scenario("macvlan")), "p"));
    assertEquals("img", svg.getAttribute("role"));
    String words = svg.getElementsByTagName("desc").item(0).getTextContent();
    assertTrue(words.contains("Network macnet (macvlan)."), words);
    assertTrue(words.contains("Container alice: macnet 172.16.86.10."), words);
  }

  private static Element parse(String picture) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(picture.getBytes(StandardCharsets.UTF_8)))
        .getDocumentElement();
  }
}
