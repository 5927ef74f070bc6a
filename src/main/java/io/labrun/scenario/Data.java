package io.labrun.scenario;

import io.labrun.source.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value as the author wrote it, uninterpreted, with its place. */
public sealed interface Data {

  /** Where it stands; for a value that came through an alias, where the text stands. */
  Span span();

  /** What to call this kind of value in a message: "a text", "a list" ... */
  String kind();

  /** A text, maybe with live values in it. */
  record Text(Template template, Span span) implements Data {
    @Override
    public String kind() {
      return "a text";
    }
  }

  /** A number: a Long, a BigInteger or a Double, and how it was written. */
  record Num(Number value, String written, Span span) implements Data {
    @Override
    public String kind() {
      return "a number";
    }
  }

  /** True or false. */
  record Bool(boolean value, Span span) implements Data {
    @Override
    public String kind() {
      return "true or false";
    }
  }

  /** Nothing: {@code null}, {@code ~} or an empty value. */
  record Null(Span span) implements Data {
    @Override
    public String kind() {
      return "nothing";
    }
  }

  /** A list. */
  record Seq(List<Data> items, Span span) implements Data {
    @Override
    public String kind() {
      return "a list";
    }
  }

  /** A key with its value. */
  record Entry(String key, Span keySpan, Data value) {}

  /** A map from text to values, in the order of the file. */
  record Mapping(Map<String, Entry> entries, Span span) implements Data {

    /** A map of entries in their order. */
    public static Mapping of(List<Entry> entries, Span span) {
      Map<String, Entry> map = new LinkedHashMap<>();
      entries.forEach(entry -> map.put(entry.key(), entry));
      return new Mapping(map, span);
    }

    @Override
    public String kind() {
      return "a map";
    }

    /** The entry of a key. */
    public Optional<Entry> entry(String key) {
      return Optional.ofNullable(entries.get(key));
    }

    /** The value of a key; empty where it is missing or {@code null}. */
    public Optional<Data> get(String key) {
      return entry(key).map(Entry::value).filter(value -> !(value instanceof Null));
    }

    /** The value of a key if it is a map. */
    public Optional<Mapping> mapping(String key) {
      return get(key).filter(Mapping.class::isInstance).map(Mapping.class::cast);
    }

    /** Where a key stands, or the whole map where it is missing. */
    public Span spanOfKey(String key) {
      return entry(key).map(Entry::keySpan).orElse(span);
    }

    /** Where the value of a key stands, or the whole map where it is missing. */
    public Span spanOfValue(String key) {
      return entry(key).map(entry -> entry.value().span()).orElse(span);
    }
  }
}
