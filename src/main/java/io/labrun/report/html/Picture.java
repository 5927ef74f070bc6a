package io.labrun.report.html;

import io.labrun.event.ScenarioRun;

/** The picture of a lab: its hosts, networks, containers and what did not get through. */
final class Picture {
  private final Markup out;

  Picture(Markup out) {
    this.out = out;
  }

  /** Writes it as a figure. */
  void write(ScenarioRun run, String id) {}
}
