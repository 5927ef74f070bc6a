package io.labrun.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Chooses which files are shown. The style sheet does the choosing, so no script is needed; the
 * field for a name appears only where there is one.
 */
final class Filters {
  private final Markup out;

  Filters(Markup out) {
    this.out = out;
  }

  /** A choice: the class of the files that it shows, the words for it, how many they are. */
  private record Choice(String style, String words, int count) {}

  /** Writes the choices that leave something out; nothing where there is nothing to choose. */
  void write(Totals totals) {
    if (totals.size() < 2) {
      return;
    }
    out.open("form", "class", "filters").open("fieldset").leaf("legend", "Show");
    boolean first = true;
    for (Choice choice : choices(totals)) {
      String id = "show-" + choice.style();
      out.open("label", "for", id);
      out.empty("input", "type", "radio", "name", "show", "id", id, "checked", first ? "" : null);
      out.text(" " + choice.words() + " ").leaf("span", "" + choice.count()).close("label");
      first = false;
    }
    out.close("fieldset");
    out.open("p", "class", "search", "hidden", "");
    out.leaf("label", "Find", "for", "find");
    out.empty("input", "type", "search", "id", "find", "autocomplete", "off");
    out.leaf("output", "", "for", "find").close("p").close("form");
  }

  private static List<Choice> choices(Totals totals) {
    List<Choice> out = new ArrayList<>();
    out.add(new Choice("all", "all", totals.size()));
    if (totals.attention() > 0 && totals.attention() < totals.size()) {
      out.add(new Choice("attention", "to look at", totals.attention()));
    }
    for (Map.Entry<Sign, Integer> part : totals.files().entrySet()) {
      Sign sign = part.getKey();
      int count = sign == Sign.FLAKY ? totals.flaky() : part.getValue();
      out.add(new Choice(sign.style(), sign.word(), count));
    }
    if (totals.flaky() > 0 && !totals.files().containsKey(Sign.FLAKY)) {
      out.add(new Choice(Sign.FLAKY.style(), Sign.FLAKY.word(), totals.flaky()));
    }
    return out;
  }
}
