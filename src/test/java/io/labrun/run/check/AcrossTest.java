package io.labrun.run.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.labrun.event.Mismatch;
import io.labrun.run.lab.ProblemException;
import io.labrun.run.match.Written;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is the same for all, and what is another for each. */
final class AcrossTest {

  @Test
  void the_same_for_all() {
    assertEquals(List.of(), compare("same", "6.1\n", "6.1"));
    assertEquals(List.of("a: \"6.1\"\nb: \"6.2\""), compare("same", "6.1", "6.2"));
    assertEquals(List.of(), compare("same", 1L, 1.0));
    assertEquals(List.of(), compare("same", Map.of("x", 1L), Map.of("x", 1L)));
  }

  @Test
  void another_for_each() {
    assertEquals(List.of(), compare("distinct", "x", "y", "z"));
    assertEquals(List.of("a: \"x\"\nb: \"y\"\nc: \"x\""), compare("distinct", "x", "y", "x"));
    assertEquals(List.of("a: \"x\"\nb: \"x\""), compare("distinct", "x", "x\n"));
  }

  @Test
  void nothing_can_not_be_compared() {
    assertEquals(
        List.of("a: nothing to compare\nb: nothing to compare"), compare("same", "", "\n"));
    assertEquals(
        List.of("a: nothing to compare\nb: nothing to compare"), compare("same", null, null));
    assertEquals(List.of("a: \"x\"\nb: nothing to compare"), compare("distinct", "x", null));
  }

  @Test
  void a_field_that_is_not_there_is_a_mismatch() {
    List<Finding> findings = List.of(finding("a", "x"), finding("b", "y"));
    assertEquals(1, Across.compare(Written.map("{\"felid\": \"distinct\"}"), findings).size());
  }

  @Test
  void a_field_inside_others() {
    List<Finding> findings =
        List.of(finding("a", Map.of("id", 1L)), finding("b", Map.of("id", 2L)));
    assertEquals(List.of(), Across.compare(Written.map("{\"field.id\": \"distinct\"}"), findings));
  }

  @Test
  void one_alone_can_not_be_compared() {
    List<Finding> one = List.of(finding("a", "x"));
    assertThrows(
        ProblemException.class, () -> Across.compare(Written.map("{\"field\": \"same\"}"), one));
  }

  private static List<String> compare(String mode, Object... values) {
    List<Object> all = Arrays.asList(values);
    List<Finding> findings =
        IntStream.range(0, all.size())
            .mapToObj(i -> finding("abc".substring(i, i + 1), all.get(i)))
            .toList();
    return Across.compare(Written.map("{\"field\": \"" + mode + "\"}"), findings).stream()
        .map(Mismatch::found)
        .toList();
  }

  private static Finding finding(String subject, Object value) {
    Map<String, Object> result = new HashMap<>();
    result.put("field", value);
    return new Finding(subject, result, "", Optional.empty(), false, Control.NONE);
  }
}
