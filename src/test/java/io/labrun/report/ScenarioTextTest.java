package io.labrun.report;

import io.labrun.load.LoadResult;
import io.labrun.load.ScenarioLoader;
import io.labrun.load.vars.Given;
import io.labrun.scenario.Scenario;
import io.labrun.source.Marks;
import io.labrun.source.SourceText;
import io.labrun.source.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A scenario as its reader sees it. */
final class ScenarioTextTest {
  private static final Path FILE = Path.of("src/test/resources/cli/lesson.yaml");

  @Test
  void in_english_at_80_columns() throws IOException {
    Golden.check("report/lesson.txt", lines(Theme.PLAIN, "en"));
  }

  @Test
  void in_russian_with_colours() throws IOException {
    Theme colours = new Theme(Marks.UNICODE, true, 60);
    Golden.check("report/lesson-ru-colour.txt", lines(colours, "ru"));
  }

  @Test
  void at_40_columns_without_utf_8() throws IOException {
    Golden.check("report/lesson-40-ascii.txt", lines(new Theme(Marks.ASCII, false, 40), "en"));
  }

  private static List<String> lines(Theme theme, String language) throws IOException {
    SourceText source = new SourceText("lesson.yaml", Files.readString(FILE));
    LoadResult loaded = new ScenarioLoader().load(source, Given.NOTHING);
    Scenario scenario = loaded.scenario().orElseThrow(() -> new AssertionError(loaded.toString()));
    ReportSettings settings = ReportSettings.usual(theme).in(language);
    return new ScenarioText(settings).render(scenario);
  }
}
