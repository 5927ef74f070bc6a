package io.labrun.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.labrun.event.BatchResult;
import io.labrun.report.ReportSettings;
import io.labrun.source.Theme;
import java.io.IOException;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Pages as they are written, and as a browser reads them. */
final class Read {
  private Read() {}

  /** The page of a batch, in English and in the time of Greenwich. */
  static String page(BatchResult batch) throws IOException {
    return page(batch, "en");
  }

  static String page(BatchResult batch, String language) throws IOException {
    StringWriter out = new StringWriter();
    ReportSettings settings = ReportSettings.usual(Theme.PLAIN).in(language);
    new HtmlReport("1.0", run -> settings, false, ZoneOffset.UTC).write(batch, out);
    return out.toString();
  }

  /** What a piece of the page comes to. */
  static String piece(Consumer<Markup> write) {
    StringWriter out = new StringWriter();
    Markup markup = new Markup(out);
    write.accept(markup);
    markup.end();
    return out.toString().strip();
  }

  /** The page as the HTML standard reads it, which must find no mistake. */
  static Document document(String page) {
    Parser parser = Parser.htmlParser().setTrackErrors(20);
    Document document = parser.parseInput(page, "");
    assertEquals(List.of(), List.copyOf(parser.getErrors()));
    return document;
  }
}
