package io.labrun.cli;

import io.labrun.plan.Plan;
import io.labrun.report.Detail;
import io.labrun.report.Display;
import io.labrun.report.ReportSettings;
import io.labrun.report.UnheededText;
import io.labrun.run.Offline;
import java.util.List;

/** What {@code --offline} means. */
final class OfflineOption {
  /** Its words in the help. */
  static final String DESCRIPTION =
      "Never ask a registry: an image that is missing is an error at once, also one to build on.";

  private OfflineOption() {}

  /** Tells what a scenario says in vain. */
  static void tell(Plan plan, ReportSettings settings, Display display) {
    List<String> unheeded = Offline.unheeded(plan);
    if (!unheeded.isEmpty() && settings.detail() != Detail.QUIET) {
      String name = plan.scenario().name().name();
      display.paragraph(new UnheededText(settings).render(name, unheeded));
    }
  }
}
