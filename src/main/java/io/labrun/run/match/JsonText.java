package io.labrun.run.match;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON that some program printed. */
public final class JsonText {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private JsonText() {}

  /** A text is no JSON. */
  public static final class NoJsonException extends Exception {
    private static final long serialVersionUID = 1L;

    NoJsonException(String message) {
      super(message);
    }
  }

  /**
   * The one value that a text is.
   *
   * @return maps, lists, text, numbers, Boolean or null; at most 1,000 levels deep
   * @throws NoJsonException if the text is none, or more than one, or a key stands twice in a map
   */
  public static Object parse(String text) throws NoJsonException {
    try (JsonParser parser = FACTORY.createParser(text)) {
      if (parser.nextToken() == null) {
        throw new NoJsonException("no JSON, but an empty text");
      }
      Object value = value(parser);
      if (parser.nextToken() != null) {
        throw new NoJsonException("no JSON: there is more after its end");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw new NoJsonException(reason(e));
    } catch (IOException e) {
      throw new NoJsonException("no JSON: " + e.getMessage());
    }
  }

  private static String reason(JsonProcessingException e) {
    if (e.getOriginalMessage().startsWith("Duplicate field")) {
      return "no sound JSON: a key stands twice in one map";
    }
    JsonLocation place = e.getLocation();
    if (place == null) {
      return "no JSON: " + e.getOriginalMessage();
    }
    return "no JSON at line %d, column %d".formatted(place.getLineNr(), place.getColumnNr());
  }

  private static Object value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> map(parser);
      case START_ARRAY -> list(parser);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValueExact();
      case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
      case VALUE_NULL -> null;
      default -> parser.getText();
    };
  }

  private static Map<String, Object> map(JsonParser parser) throws IOException {
    Map<String, Object> out = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      parser.nextToken();
      out.put(key, value(parser));
    }
    return out;
  }

  private static List<Object> list(JsonParser parser) throws IOException {
    List<Object> out = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      out.add(value(parser));
    }
    return out;
  }
}
