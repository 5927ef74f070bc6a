package io.labrun.run.match;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.labrun.scenario.Data;
import io.labrun.scenario.LiveRef;
import io.labrun.scenario.Template;
import io.labrun.source.SourceText;
import io.labrun.source.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Data as an author writes it, from JSON on one line (which is YAML too), with its places. */
public final class Written {
  private final SourceText source;
  private final JsonParser parser;

  private Written(String json) throws IOException {
    this.source = new SourceText("test.yaml", json);
    this.parser = new JsonFactory().createParser(json);
  }

  /** The data; a text that begins with a dollar and a brace is a live value. */
  public static Data data(String json) {
    try {
      Written written = new Written(json);
      written.parser.nextToken();
      return written.value();
    } catch (IOException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  /** The data, which is a map. */
  public static Data.Mapping map(String json) {
    return (Data.Mapping) data(json);
  }

  private Data value() throws IOException {
    int start = (int) parser.currentTokenLocation().getCharOffset();
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> mapping(start);
      case START_ARRAY -> seq(start);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          new Data.Num(parser.getNumberValue(), parser.getText(), span(start));
      case VALUE_TRUE, VALUE_FALSE -> new Data.Bool(parser.getBooleanValue(), span(start));
      case VALUE_NULL -> new Data.Null(span(start));
      default -> new Data.Text(template(parser.getText(), span(start)), span(start));
    };
  }

  private static Template template(String text, Span span) {
    return text.startsWith("${")
        ? new Template(
            List.of(new Template.Live(LiveRef.parse(text.substring(2, text.length() - 1)), span)))
        : Template.literal(text);
  }

  private Data mapping(int start) throws IOException {
    List<Data.Entry> entries = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      int keyStart = (int) parser.currentTokenLocation().getCharOffset();
      Span keySpan = source.span(keyStart, keyStart + key.length() + 2);
      parser.nextToken();
      entries.add(new Data.Entry(key, keySpan, value()));
    }
    return Data.Mapping.of(entries, span(start));
  }

  private Data seq(int start) throws IOException {
    List<Data> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value());
    }
    return new Data.Seq(items, span(start));
  }

  private Span span(int start) throws IOException {
    // Finishes the token: Jackson reads texts only when it must.
    parser.getText();
    return source.span(start, (int) parser.currentLocation().getCharOffset());
  }
}
