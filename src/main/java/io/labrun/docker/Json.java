package io.labrun.docker;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON as plain Java values: maps, lists, text, Long, Double, Boolean and null. The mapper is made
 * when there is something to read or to write: many a command that only asks where engines are
 * never needs it, and it takes a tenth of the time of a short one.
 */
final class Json {
  private static final class Once {
    private static final ObjectMapper MAPPER =
        JsonMapper.builder()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .disable(MapperFeature.DEFAULT_VIEW_INCLUSION)
            .defaultPropertyInclusion(
                JsonInclude.Value.construct(
                    JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();
  }

  /** The mapper, for docker-java. */
  ObjectMapper mapper() {
    return Once.MAPPER;
  }

  /** Reads any JSON. */
  Object read(byte[] text) throws IOException {
    return Once.MAPPER.readValue(text, Object.class);
  }

  /** Reads objects one after another, as they come. */
  MappingIterator<Map<String, Object>> objects(InputStream in) throws IOException {
    return Once.MAPPER.readerFor(new TypeReference<Map<String, Object>>() {}).readValues(in);
  }

  /** Writes a value that is sure to be writable. */
  String write(Object value) {
    try {
      return Once.MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON: " + value, e);
    }
  }

  /** A member that is an object; empty if there is none. */
  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Map<String, Object> in, String key) {
    return in.get(key) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  /** A member of a member that is an object; empty if there is none. */
  static Map<String, Object> map(Map<String, Object> in, String key, String then) {
    return map(map(in, key), then);
  }

  /** A member that is a list; empty if there is none. */
  @SuppressWarnings("unchecked")
  static List<Object> list(Map<String, Object> in, String key) {
    return in.get(key) instanceof List<?> list ? (List<Object>) list : List.of();
  }

  /** The objects of a member that is a list; empty if there is none. */
  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> maps(List<Object> in) {
    return in.stream()
        .filter(Map.class::isInstance)
        .map(item -> (Map<String, Object>) item)
        .toList();
  }

  /** A member that is a text; empty text if there is none. */
  static String text(Map<String, Object> in, String key) {
    return in.get(key) instanceof String text ? text : "";
  }

  /** A member that is a number; 0 if there is none. */
  static long number(Map<String, Object> in, String key) {
    return in.get(key) instanceof Number number ? number.longValue() : 0;
  }

  /** The texts of a member that is an object, by name; empty if there is none. */
  static Map<String, String> texts(Map<String, Object> in, String key) {
    Map<String, String> out = new LinkedHashMap<>();
    map(in, key).forEach((name, value) -> out.put(name, String.valueOf(value)));
    return out;
  }
}
