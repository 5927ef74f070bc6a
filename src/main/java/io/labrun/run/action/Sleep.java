package io.labrun.run.action;

import io.labrun.event.Problem;
import io.labrun.run.lab.ProblemException;
import io.labrun.scenario.Call;
import io.labrun.scenario.Data;
import io.labrun.scenario.spec.Durations;
import java.time.Duration;

/** Waits, because the author says so. */
final class Sleep implements Action {
  @Override
  public String kind() {
    return "sleep";
  }

  @Override
  public boolean onlyWaits() {
    return true;
  }

  @Override
  public void perform(Call call, ActionContext context) {
    Duration time =
        call.argument() instanceof Data.Text text
            ? Durations.parse(context.resolver().resolve(text.template())).orElse(Duration.ZERO)
            : Duration.ZERO;
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ProblemException.lasting(Problem.of("the wait was interrupted"));
    }
  }
}
