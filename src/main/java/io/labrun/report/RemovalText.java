package io.labrun.report;

import io.labrun.event.Leftover;
import io.labrun.event.RunEvent;
import io.labrun.source.Tone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says what was removed, and what could not be. */
final class RemovalText {
  private final ReportSettings settings;
  private final Pen pen;
  private final Map<String, Integer> removed = new LinkedHashMap<>();

  RemovalText(ReportSettings settings) {
    this.settings = settings;
    this.pen = new Pen(settings.theme());
    List.of("host", "service", "container", "network", "volume", "image", "step", "folder")
        .forEach(kind -> removed.put(kind, 0));
  }

  /** An object was removed. */
  void on(RunEvent.Removed event) {
    removed.merge(event.kind(), 1, Integer::sum);
  }

  /** How many objects have been removed so far. */
  int count() {
    return removed.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The lines when all is over; none if there was nothing to remove. */
  List<String> finished(RunEvent.RemovalFinished event) {
    List<String> out = new ArrayList<>();
    if (count() > 0) {
      String words = pen.safe(words());
      out.addAll(pen.beside(Stage.lead("removed"), Tone.MUTED, words, Times.of(event.time())));
    }
    out.addAll(leftovers(event.leftovers()));
    return out;
  }

  private String words() {
    return removed.entrySet().stream()
        .filter(kind -> kind.getValue() > 0)
        .map(kind -> Words.count(kind.getValue(), kind.getKey()))
        .collect(Collectors.joining(", "));
  }

  /** The lines about what could not be removed; none for nothing. */
  List<String> leftovers(List<Leftover> leftovers) {
    List<String> out = new ArrayList<>();
    String lead = Signs.lead(pen.theme(), pen.theme().marks().error());
    for (Leftover left : leftovers) {
      String words = left.kind() + " " + left.name() + " could not be removed: " + left.reason();
      out.addAll(pen.beside(lead, Tone.BAD, pen.safe(words)));
    }
    List<String> commands =
        leftovers.stream().map(left -> RemoveCommand.of(left, settings)).toList();
    out.addAll(Leads.commands(pen, "help", commands));
    return out;
  }
}
