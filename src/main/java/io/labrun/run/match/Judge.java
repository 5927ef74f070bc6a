package io.labrun.run.match;

import io.labrun.event.Mismatch;
import io.labrun.scenario.Data;
import io.labrun.scenario.TextResolver;
import io.labrun.source.Span;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Holds an expectation against a value, field by field and operator by operator. */
record Judge(TextResolver resolver) {

  /**
   * Holds an expectation against a value.
   *
   * @param span what to point to if it does not hold
   * @param path the field that the value is; empty for the whole
   */
  Judgement judge(Data expected, Span span, String path, Object actual) {
    if (expected instanceof Data.Mapping map) {
      return Operator.areAll(map.entries().keySet())
          ? operators(map, path, actual)
          : partial(map, span, path, actual);
    }
    return expected instanceof Data.Seq list
        ? list(list, span, path, actual)
        : scalar(expected, span, path, actual);
  }

  private Judgement operators(Data.Mapping map, String path, Object actual) {
    Judgement all = Judgement.HOLDS;
    for (Data.Entry entry : map.entries().values()) {
      Operator operator = Operator.of(entry.key());
      all =
          all.and(
              operator.judge(new Claim(this, operator, entry.value(), span(entry), path, actual)));
    }
    return all;
  }

  /** Holds a map of fields against a value, whatever the fields are called. */
  Judgement partial(Data.Mapping map, Span span, String path, Object actual) {
    if (!(actual instanceof Map<?, ?> fields)) {
      return clash(map, span, path, actual);
    }
    Judgement all = Judgement.HOLDS;
    for (Data.Entry entry : map.entries().values()) {
      String inner = Paths.field(path, entry.key());
      all =
          all.and(
              fields.containsKey(entry.key())
                  ? judge(entry.value(), span(entry), inner, fields.get(entry.key()))
                  : missing(entry, inner, fields));
    }
    return all;
  }

  private Judgement missing(Data.Entry entry, String path, Map<?, ?> fields) {
    TreeSet<String> names = new TreeSet<>();
    fields.keySet().forEach(name -> names.add(String.valueOf(name)));
    String found =
        names.isEmpty()
            ? "there is no such field; there are none at all"
            : "there is no such field; it has: " + String.join(", ", names);
    String expected = Words.of(entry.value(), resolver);
    return Judgement.fails(Truth.UNKNOWN, new Mismatch(entry.keySpan(), path, expected, found));
  }

  private Judgement list(Data.Seq list, Span span, String path, Object actual) {
    if (!(actual instanceof List<?> found)) {
      return clash(list, span, path, actual);
    }
    if (found.size() != list.items().size()) {
      String expected = Words.of(list, resolver);
      return Judgement.fails(
          Truth.NO, new Mismatch(span, path, expected, Show.beside(expected, found)));
    }
    Judgement all = Judgement.HOLDS;
    for (int i = 0; i < found.size(); i++) {
      Data item = list.items().get(i);
      all = all.and(judge(item, item.span(), Paths.item(path, i), found.get(i)));
    }
    return all;
  }

  private Judgement scalar(Data expected, Span span, String path, Object actual) {
    Object wanted = Plain.of(expected, resolver);
    if (Show.isCollection(actual) || (actual == null && wanted != null)) {
      return clash(expected, span, path, actual);
    }
    Truth truth = Truth.of(Equality.scalars(wanted, actual));
    return Judgement.fails(
        truth, new Mismatch(span, path, Show.beside(actual, wanted), Show.beside(wanted, actual)));
  }

  /** A value of another kind, or none, is never what is expected, nor surely something else. */
  private Judgement clash(Data expected, Span span, String path, Object actual) {
    String words = Words.of(expected, resolver);
    return Judgement.fails(
        Truth.UNKNOWN, new Mismatch(span, path, words, Show.beside(words, actual)));
  }

  /** A key with its value, as far as they stand side by side on one line. */
  private static Span span(Data.Entry entry) {
    Span key = entry.keySpan();
    Span value = entry.value().span();
    boolean beside =
        key.source() == value.source()
            && key.start() <= value.start()
            && key.line() == value.source().lineOf(Math.max(value.start(), value.end() - 1));
    return beside ? key.to(value) : key;
  }
}
