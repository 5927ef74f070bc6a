package io.labrun.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.labrun.scenario.Data;
import io.labrun.scenario.Resource;
import io.labrun.scenario.Template;
import io.labrun.source.SourceText;
import io.labrun.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What an author could have written, out of relaxed JSON: {@code {image: 'busybox'}}. */
final class Written {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES, JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(DeserializationFeature.USE_LONG_FOR_INTS)
          .build();

  private static final Span SPAN = new SourceText("test", "").span(0, 0);

  private Written() {}

  static Resource resource(String key, String text) {
    try {
      return new Resource(key, SPAN, (Data.Mapping) data(JSON.readValue(text, Object.class)));
    } catch (JsonProcessingException e) {
      throw new AssertionError("a mistake in the test: " + text, e);
    }
  }

  /** The same text as plain values, as the port gives them. */
  static Map<String, Object> values(String text) {
    try {
      return JSON.readValue(text, new TypeReference<Map<String, Object>>() {});
    } catch (JsonProcessingException e) {
      throw new AssertionError("a mistake in the test: " + text, e);
    }
  }

  private static Data data(Object value) {
    if (value instanceof Map<?, ?> map) {
      List<Data.Entry> entries = new ArrayList<>();
      map.forEach((key, item) -> entries.add(new Data.Entry((String) key, SPAN, data(item))));
      return Data.Mapping.of(entries, SPAN);
    }
    if (value instanceof List<?> list) {
      return new Data.Seq(list.stream().map(Written::data).toList(), SPAN);
    }
    if (value instanceof Boolean bool) {
      return new Data.Bool(bool, SPAN);
    }
    if (value instanceof Number number) {
      return new Data.Num(number, number.toString(), SPAN);
    }
    return new Data.Text(Template.literal((String) value), SPAN);
  }
}
