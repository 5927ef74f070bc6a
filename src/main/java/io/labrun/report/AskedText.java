package io.labrun.report;

import io.labrun.scenario.Grant;
import io.labrun.scenario.Named;
import io.labrun.scenario.Scenario;
import io.labrun.source.Tone;
import java.util.ArrayList;
import java.util.List;

/** Shows which grants a scenario asks for, and what it could do with them. */
final class AskedText {
  private final Pen pen;

  AskedText(Pen pen) {
    this.pen = pen;
  }

  /** A section of a plan; nothing where nothing is asked for. */
  List<String> render(Scenario scenario) {
    List<Grant> grants =
        scenario.requires().grants().stream()
            .map(Named::name)
            .flatMap(word -> Grant.of(word).stream())
            .toList();
    if (grants.isEmpty()) {
      return List.of();
    }
    String words = String.join(",", grants.stream().map(Grant::word).toList());
    List<String> out = new ArrayList<>();
    out.add("");
    String how = pen.paint(Tone.MUTED, "a person gives it: --allow " + words);
    out.add(pen.paint(Tone.STRONG, "Ask for") + "  " + how);
    for (Grant grant : grants) {
      String text = GrantText.noun(grant) + ". " + GrantText.consequence(grant);
      out.addAll(pen.beside("      " + grant.word() + "  ", Tone.MUTED, text));
    }
    return out;
  }
}
