package io.labrun.scenario.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.labrun.source.SourceText;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of environment variables, as Compose reads them. */
final class EnvFileTest {
  private static final Map<String, String> OUTSIDE = Map.of("HOST_NAME", "here");

  private static EnvFile.Content read(String text) {
    return EnvFile.read(
        new SourceText("a.env", text), name -> Optional.ofNullable(OUTSIDE.get(name)));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      ignoreLeadingAndTrailingWhitespace = false,
      delimiter = '|',
      value = {
        "A=1|1",
        "A = 1 |1",
        "export A=1|1",
        "A: yaml too|yaml too",
        "A=|~~",
        "A=a b c|a b c",
        "A=b # comment|b",
        "A=b#c|b#c",
        "A=# comment|~~",
        "A='b # c'|b # c",
        "A='$HOST_NAME \\n' # comment|$HOST_NAME \\n",
        "A=\"b # c\" # comment|b # c",
        "A=\"say \\\"hi\\\"\"|say \"hi\"",
        "A=\"cost \\$5\"|cost $5",
        "A=$HOST_NAME.lab|here.lab",
        "A=\"${HOST_NAME}!\"|here!",
        "A=${NOBODY:-x y}|x y",
        "A=${NOBODY}|~~",
        "A={\"json\": 1}|{\"json\": 1}",
        "\uFEFFA=1|1"
      })
  void one_value(String line, String value) {
    EnvFile.Content content = read(line + "\r\n");
    assertEquals(
        "", content.mistakes().stream().map(Object::toString).collect(Collectors.joining()));
    assertEquals(Map.of("A", Optional.of(value)), content.values());
  }

  @Test
  void quotes_may_go_over_lines_and_escapes_are_undone() {
    assertEquals(
        Map.of("A", Optional.of("one\ntwo"), "B", Optional.of("x\ty\n"), "C", Optional.of("3")),
        read("A='one\ntwo'\nB=\"x\\ty\\n\"\nC=3").values());
  }

  @Test
  void earlier_values_are_known_and_a_name_alone_is_to_be_looked_up() {
    assertEquals(
        Map.of("A", Optional.of("1"), "B", Optional.of("1-1"), "HOST_NAME", Optional.empty()),
        read("A=1\n\n# nothing\nB=$A-${A}\nHOST_NAME\n").values());
  }

  @Test
  void each_mistake_has_its_line() {
    assertEquals(
        "a.env:1:1 this is no `NAME=value`\n"
            + "a.env:2:1 between a name and its value stands `=`\n"
            + "a.env:3:5 nothing can stand behind the closing quote\n"
            + "a.env:4:3 a variable is `$NAME`, `${NAME}` or `${NAME:-default}`\n"
            + "a.env:5:3 the quote that begins here does not end",
        read("1A=1\nA B=1\nA='' x\nA=${B!}\nA='open\nB=1\n").mistakes().stream()
            .map(mistake -> mistake.span().orElseThrow().place() + " " + mistake.message())
            .collect(Collectors.joining("\n")));
  }
}
