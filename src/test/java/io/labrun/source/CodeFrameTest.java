package io.labrun.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CodeFrameTest {

  @Test
  void theCaretStandsUnderTheWord() {
    assertEquals(
        List.of(
            "  ┌─ lab.yaml:2:3", "2 │   comand: sleep 100", "  │   ^^^^^^ did you mean `command`?"),
        frame("web:\n  comand: sleep 100\n", "comand", "did you mean `command`?", 0, 80));
  }

  @Test
  void linesBeforeAreShownAndNumbersAligned() {
    String text = "a\n".repeat(8) + "nine: 9\nten: bad\n";
    assertEquals(
        List.of("   ┌─ lab.yaml:10:6", " 9 │ nine: 9", "10 │ ten: bad", "   │      ^^^"),
        frame(text, "bad", "", 1, 80));
  }

  @Test
  void wideAndCombiningCharactersMoveTheCaretAsTheyMoveTheText() {
    assertEquals(
        List.of("  ┌─ lab.yaml:1:5", "1 │ 日本: x", "  │       ^"), frame("日本: x", "x", "", 0, 80));
    assertEquals("  │    ^", frame("e\u0301: x", "x", "", 0, 80).get(2));
  }

  @Test
  void columnsCountCodePoints() {
    assertTrue(frame("😀: x", "x", "", 0, 80).get(0).endsWith("lab.yaml:1:4"));
  }

  @Test
  void tabsAndControlCharactersAreShownHarmlessly() {
    assertEquals(
        List.of("1 │     a\\x1b: x", "  │            ^"),
        frame("\ta\u001b: x", "x", "", 0, 80).subList(1, 3));
  }

  @Test
  void aLongLineIsShownAroundTheCaret() {
    List<String> lines = frame("a".repeat(500) + " here " + "b".repeat(500), "here", "", 0, 60);
    assertTrue(lines.get(1).contains("here"), lines.toString());
    assertEquals(lines.get(1).indexOf("here"), lines.get(2).indexOf("^^^^"));
    assertTrue(lines.stream().allMatch(line -> line.length() <= 60), lines.toString());
  }

  @Test
  void aSpanOverSeveralLinesIsMarkedOnItsFirst() {
    SourceText source = new SourceText("lab.yaml", "a: [1,\n  2]\n");
    List<String> lines = new CodeFrame(Theme.PLAIN).render(source.span(3, 11), "", 0, Tone.BAD);
    assertEquals(List.of("1 │ a: [1,", "  │    ^^^"), lines.subList(1, 3));
  }

  @Test
  void theEndOfTheTextCanBeMarked() {
    SourceText source = new SourceText("lab.yaml", "a:\n");
    assertEquals(
        "  │ ^", new CodeFrame(Theme.PLAIN).render(source.span(3, 3), "", 0, Tone.BAD).get(2));
  }

  private static List<String> frame(String text, String word, String label, int before, int width) {
    SourceText source = new SourceText("lab.yaml", text);
    int start = text.indexOf(word);
    Theme theme = new Theme(Marks.UNICODE, false, width);
    return new CodeFrame(theme)
        .render(source.span(start, start + word.length()), label, before, Tone.BAD);
  }
}
