package io.labrun.run.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every stage gets its label, however its FROM is written. */
final class StageLabelsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FROM a;RUN x|FROM a;LABEL l=1;RUN x",
        "ARG v=1;from a AS b;FROM b|ARG v=1;from a AS b;LABEL l=1;FROM b;LABEL l=1",
        "FROM \\; a;RUN x|FROM \\; a;LABEL l=1;RUN x",
        "FROM \\;# no end;; a;RUN x|FROM \\;# no end;; a;LABEL l=1;RUN x",
        "RUN echo \\;FROM a|RUN echo \\;FROM a",
        "# escape=`;FROM `; a;RUN x \\;FROM b|# escape=`;FROM `; a;LABEL l=1;RUN x \\;FROM b;LABEL l=1",
        "FROMAGE x|FROMAGE x"
      })
  void after_its_whole_instruction(String text, String expected) {
    String labelled = StageLabels.add(text.replace(';', '\n'), "l=1");
    assertEquals(expected.replace(';', '\n') + "\n", labelled);
  }

  @Test
  void a_value_that_would_need_quotes_gets_letters_that_need_none() {
    String owner = "DOM\\o'neill $x@host.local:12:345";
    assertEquals("DOM_o_neill__x@host.local:12:345", StageLabels.value(owner));
  }
}
