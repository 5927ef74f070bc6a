package io.labrun.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextsTest {

  @Test
  void linesEndWithAnyLineEnd() {
    SourceText source = new SourceText("x", "one\r\ntwo\rthree\n");
    assertEquals(
        List.of("one", "two", "three", ""),
        List.of(source.line(1), source.line(2), source.line(3), source.line(4)));
    assertEquals(2, source.lineOf(5));
    assertEquals("x:3:2", source.span(10, 11).place());
  }

  @Test
  void foreignTextCannotMoveTheCursor() {
    assertEquals("\\x1b[2J\\x0d\\x07", Printable.line("\u001b[2J\r\u0007"));
    assertEquals("a\\u202eb\\u2066", Printable.line("a\u202eb\u2066"));
    assertEquals("\\x9b31m", Printable.line("\u009b31m"));
    assertEquals("a\\x0ab", Printable.line("a\nb"));
  }

  @Test
  void theNameOfAFileCannotMoveTheCursorEither() {
    Span span = new SourceText("a\u001b[2J\n.yaml", "name: x").span(0, 4);
    assertEquals(
        "  ┌─ a\\x1b[2J\\x0a.yaml:1:1",
        new CodeFrame(new Theme(Marks.UNICODE, false, 80)).render(span, "", 0, Tone.BAD).get(0));
  }

  @Test
  void foreignTextIsCutIntoLines() {
    assertEquals(List.of("a", "", "b\\x0dc"), Printable.lines("a\r\n\nb\rc\n"));
    assertEquals(List.of(), Printable.lines(""));
  }

  @Test
  void theNearestWordIsFound() {
    List<String> keys = List.of("command", "container", "ports", "image", "ip");
    assertEquals(Optional.of("command"), DidYouMean.nearest("comand", keys));
    assertEquals(Optional.of("command"), DidYouMean.nearest("Command", keys));
    assertEquals(Optional.of("image"), DidYouMean.nearest("iamge", keys));
    assertEquals(Optional.empty(), DidYouMean.nearest("volumes", keys));
    assertEquals(Optional.empty(), DidYouMean.nearest("x", keys));
  }

  @Test
  void widths() {
    assertEquals(5, TextWidth.of("日本x"));
    assertEquals(1, TextWidth.of("e\u0301"));
    assertEquals(2, TextWidth.of("😀"));
    assertEquals(8, TextWidth.of("✅⚡🟢🫠"));
    assertEquals(4, TextWidth.of("✓→·✗"));
    assertEquals("日", TextWidth.clip("日本", 3));
  }

  @Test
  void colourOnlyUnderlines() {
    assertEquals("ok", Theme.PLAIN.paint(Tone.GOOD, "ok"));
    assertEquals(
        "\u001b[32mok\u001b[0m", new Theme(Marks.UNICODE, true, 80).paint(Tone.GOOD, "ok"));
  }
}
