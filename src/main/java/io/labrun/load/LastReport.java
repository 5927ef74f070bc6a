package io.labrun.load;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an earlier batch came to, from its report in JSON ({@code schema/report.schema.json}).
 *
 * @param statuses the status of each file, by its name as it was given
 */
public record LastReport(Map<String, String> statuses) {

  private static final String VERSION = "1";

  /**
   * Reads a report; of any length, as no more than this is kept of it.
   *
   * @throws IOException with a reason for people if the file cannot be read or is no such report
   */
  public static LastReport read(Path file) throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(Files.newInputStream(file))) {
      return read(parser);
    } catch (JsonProcessingException e) {
      // What goes beyond Jackson's limits has no place.
      String where = e.getLocation() == null ? "" : ": line " + e.getLocation().getLineNr();
      throw new IOException("it is not JSON" + where, e);
    }
  }

  private static LastReport read(JsonParser parser) throws IOException {
    Map<String, String> statuses = new LinkedHashMap<>();
    boolean found = false;
    if (parser.nextToken() == JsonToken.START_OBJECT) {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String key = parser.currentName();
        JsonToken value = parser.nextToken();
        if (key.equals("files") && value == JsonToken.START_ARRAY) {
          files(parser, statuses);
          found = true;
        } else if (key.equals("report") && !parser.getText().equals(VERSION)) {
          throw new IOException(
              "it is of version " + parser.getText() + ", and only " + VERSION + " is known here");
        } else {
          parser.skipChildren();
        }
      }
    }
    if (!found) {
      throw new IOException("it has no list `files`: it is no report that labrun wrote");
    }
    return new LastReport(statuses);
  }

  private static void files(JsonParser parser, Map<String, String> statuses) throws IOException {
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      String name = "";
      String status = "";
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String key = parser.currentName();
        if (parser.nextToken() != JsonToken.VALUE_STRING) {
          parser.skipChildren();
        } else if (key.equals("file")) {
          name = parser.getText();
        } else if (key.equals("status")) {
          status = parser.getText();
        }
      }
      if (name.isEmpty() || status.isEmpty()) {
        throw new IOException("one of its `files` has no `file` or no `status`");
      }
      statuses.put(name, status);
    }
  }
}
