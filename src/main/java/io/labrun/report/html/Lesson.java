package io.labrun.report.html;

import io.labrun.event.ScenarioRun;
import io.labrun.report.GrantText;
import io.labrun.report.RequiresWords;
import io.labrun.scenario.Grant;
import io.labrun.scenario.Named;
import io.labrun.scenario.Scenario;
import java.util.List;

/** What a scenario tells its reader: the lesson's text, what it requires, and its picture. */
final class Lesson {
  private final Markup out;
  private final String language;

  Lesson(Markup out, String language) {
    this.out = out;
    this.language = language;
  }

  /** Writes it. */
  void write(Scenario scenario, ScenarioRun run, String id) {
    LocalWords words = LocalWords.of(scenario.description(), language);
    if (!words.text().isEmpty()) {
      out.leaf("h3", "The lesson", "class", "unseen");
      out.open("div", "class", "lesson", "lang", words.language(), "dir", "auto");
      Markdown.write(words.text(), out);
      out.close("div");
    }
    facts(scenario);
    new Picture(out).write(run, id);
  }

  private void facts(Scenario scenario) {
    List<String> required = RequiresWords.of(scenario.requires());
    List<Grant> grants =
        scenario.requires().grants().stream()
            .map(Named::name)
            .flatMap(word -> Grant.of(word).stream())
            .toList();
    if (required.isEmpty() && grants.isEmpty() && scenario.tags().isEmpty()) {
      return;
    }
    out.open("dl", "class", "facts");
    list("Requires", required);
    list("Asks for", grants.stream().map(g -> g.word() + ": " + GrantText.noun(g)).toList());
    list("Tags", scenario.tags());
    out.close("dl");
  }

  private void list(String word, List<String> items) {
    if (!items.isEmpty()) {
      out.leaf("dt", word).leaf("dd", String.join(word.equals("Tags") ? ", " : "; ", items));
    }
  }
}
