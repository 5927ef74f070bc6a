package io.labrun.run.match;

import io.labrun.event.Mismatch;
import io.labrun.scenario.Data;
import io.labrun.source.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One operator with its operand, and the value it is about.
 *
 * @param judge for expectations inside the operand
 * @param operator the operator
 * @param operand what stands after the operator
 * @param span the operator with its operand
 * @param path the field that the value is
 * @param actual the value
 */
record Claim(Judge judge, Operator operator, Data operand, Span span, String path, Object actual) {

  /** What the operator asks for, in words. */
  String words() {
    return operator.words(operand, judge.resolver());
  }

  /** The operand as a plain value. */
  Object wanted() {
    return Plain.of(operand, judge.resolver());
  }

  /** The operand as text, as it was written. */
  String wantedText() {
    return Plain.text(operand, judge.resolver());
  }

  /** The operand's items; of anything but a list itself alone. */
  List<Data> wantedItems() {
    return operand instanceof Data.Seq seq ? seq.items() : List.of(operand);
  }

  /** The value as a text without its trailing newline; empty if it is no text. */
  Optional<String> text() {
    return actual instanceof String text ? Optional.of(Plain.chomp(text)) : Optional.empty();
  }

  /** The value as a list; empty if it is none. */
  Optional<List<?>> list() {
    return actual instanceof List<?> list ? Optional.of(list) : Optional.empty();
  }

  /** The elements of the value, by path: of a list its items, of a map its values. */
  Optional<Map<String, Object>> elements() {
    Map<String, Object> out = new LinkedHashMap<>();
    if (actual instanceof Map<?, ?> map) {
      map.forEach((key, value) -> out.put(Paths.field(path, key.toString()), value));
      return Optional.of(out);
    }
    list().ifPresent(items -> number(items, out));
    return list().map(items -> out);
  }

  private void number(List<?> items, Map<String, Object> out) {
    for (int i = 0; i < items.size(); i++) {
      out.put(Paths.item(path, i), items.get(i));
    }
  }

  /** What the operand says of the value, or of something else that is found at a path. */
  Judgement inside(Data expected, String innerPath, Object value) {
    return judge.judge(expected, span, innerPath, value);
  }

  /** What fields say of the value, also fields that are called like operators. */
  Judgement fields(Data.Mapping fields) {
    return judge.partial(fields, span, path, actual);
  }

  /** The claim with another operand, such as one item of it. */
  Claim with(Data other) {
    return new Claim(judge, operator, other, span, path, actual);
  }

  /** That it holds or not. */
  Judgement decided(boolean holds, String expected) {
    return judged(Truth.of(holds), expected);
  }

  /** That it holds, or not, or that nobody can say; what was found is the value itself. */
  Judgement judged(Truth truth, String expected) {
    return Judgement.fails(
        truth, new Mismatch(span, path, expected, Show.beside(expected, actual)));
  }

  /** That nobody can say, and why. */
  Judgement undecided(String expected, String found) {
    return Judgement.fails(Truth.UNKNOWN, new Mismatch(span, path, expected, found));
  }

  /** That the value is not of the kind that the operator is about. */
  Judgement wrongKind(String expected) {
    return undecided(
        expected,
        actual == null ? Show.value(null) : Show.kind(actual) + ": " + Show.value(actual));
  }
}
