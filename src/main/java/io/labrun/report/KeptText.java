package io.labrun.report;

import io.labrun.plan.Plan;
import io.labrun.source.Tone;
import java.util.ArrayList;
import java.util.List;

/** Says what stands, how to look at it, and how to remove it. */
final class KeptText {
  private final ReportSettings settings;
  private final Pen pen;

  KeptText(ReportSettings settings) {
    this.settings = settings;
    this.pen = new Pen(settings.theme());
  }

  /** The lines about a run that was left standing. */
  List<String> render(Plan plan) {
    String run = plan.run().toString();
    List<String> out = new ArrayList<>(pen.beside(Stage.lead("kept"), Tone.MUTED, pen.safe(run)));
    out.addAll(Leads.commands(pen, "look", new LookText(settings).shells(plan)));
    String file = plan.scenario().source().name();
    List<String> check = new ArrayList<>(List.of("check", file, "--run", plan.run().id()));
    check.addAll(GrantText.words(plan.scenario()));
    String command = settings.labrun(check.toArray(String[]::new));
    out.addAll(Leads.commands(pen, "check", List.of(command)));
    out.addAll(Leads.commands(pen, "down", List.of(settings.labrun("down", run))));
    return out;
  }
}
