package io.labrun.report;

import io.labrun.event.FileResult;
import io.labrun.event.Outcome;
import io.labrun.event.ScenarioResult;
import io.labrun.event.ScenarioRun;
import io.labrun.source.Marks;
import io.labrun.source.Tone;
import java.time.Duration;
import java.util.Optional;

/** Says of one file of a batch what came of it, in a sign, a tone and a few words. */
final class FileWords {
  private FileWords() {}

  /** The words, such as {@code 4 of 4 assertions passed}. */
  static String of(FileResult file) {
    if (!file.diagnostics().isEmpty()) {
      return "invalid: " + Words.count(file.diagnostics().size(), "mistake");
    }
    if (isMoved(file)) {
      boolean elsewhere = !file.runs().get(0).engine().equals(file.runs().get(1).engine());
      String again = elsewhere ? ", done again elsewhere" : ", done again";
      return VerdictText.words(file.result().orElseThrow()) + again;
    }
    if (file.runs().size() > 1) {
      return runs(file);
    }
    return file.result().map(VerdictText::words).orElse("not run");
  }

  /** Whether it was run once, but for a run before whose engine was gone. */
  private static boolean isMoved(FileResult file) {
    if (file.runs().size() != 2) {
      return false;
    }
    ScenarioRun first = file.runs().get(0);
    ScenarioRun second = file.runs().get(1);
    return first.result().outcome() == Outcome.INTERRUPTED
        && second.result().outcome() != Outcome.INTERRUPTED
        && first.start().plus(first.result().time()).compareTo(second.start()) <= 0;
  }

  /** How many of several runs passed. */
  static String runs(FileResult file) {
    int all = file.runs().size();
    if (isRetried(file)) {
      return "flaky: passed on attempt " + all;
    }
    String words = passed(file) + " of " + all + " runs passed";
    return file.isFlaky() ? "flaky: " + words : words;
  }

  /** Whether it passed in the end, having been run again because it had not passed before. */
  static boolean isRetried(FileResult file) {
    return file.isFlaky()
        && file.result().filter(result -> result.outcome() == Outcome.PASSED).isPresent();
  }

  /** How many of its runs passed. */
  static long passed(FileResult file) {
    return file.runs().stream().filter(run -> run.result().outcome() == Outcome.PASSED).count();
  }

  /** How long all its runs took together; empty if there was none. */
  static Optional<Duration> time(FileResult file) {
    return file.runs().stream().map(run -> run.result().time()).reduce(Duration::plus);
  }

  /** The sign before it. */
  static String sign(FileResult file, Marks marks) {
    if (file.isFlaky() && file.result().get().outcome() == Outcome.PASSED) {
      return marks.error();
    }
    String without = file.unrun().isPresent() ? marks.skip() : marks.fail();
    return file.result().map(result -> sign(result, marks)).orElse(without);
  }

  /** The sign before a scenario's result. */
  static String sign(ScenarioResult result, Marks marks) {
    if (!result.leftovers().isEmpty()) {
      return marks.fail();
    }
    return switch (result.outcome()) {
      case PASSED -> marks.pass();
      case FAILED -> marks.fail();
      case ERROR, REFUSED, INTERRUPTED -> marks.error();
      case SKIPPED -> marks.skip();
    };
  }

  /** Its tone. */
  static Tone tone(FileResult file) {
    Tone without = file.unrun().isPresent() ? Tone.WARNING : Tone.BAD;
    Tone tone = file.result().map(VerdictText::tone).orElse(without);
    return tone == Tone.GOOD && file.isFlaky() ? Tone.WARNING : tone;
  }
}
