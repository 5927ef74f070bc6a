package io.labrun.cli;

import io.labrun.event.RunEvent;
import io.labrun.event.RunListener;
import io.labrun.source.Printable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the events of a run into the log. */
final class EventLog {
  private static final int MOST_CHARACTERS = 2_000;

  private EventLog() {}

  /** A listener that logs each event before another listener is told of it. */
  static RunListener before(RunListener next) {
    Logger log = LoggerFactory.getLogger("io.labrun.run");
    if (!log.isDebugEnabled()) {
      return next;
    }
    return event -> {
      log.debug("{}", words(event));
      next.on(event);
    };
  }

  private static String words(RunEvent event) {
    if (event instanceof RunEvent.ScenarioStarted started) {
      return "ScenarioStarted[" + started.plan().run() + "]";
    }
    if (event instanceof RunEvent.ScenarioFinished finished) {
      return "ScenarioFinished[" + finished.result().outcome() + "]";
    }
    String text = Printable.line(event.toString());
    return text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
  }
}
