package io.labrun.report.html;

import io.labrun.event.AssertionResult;
import io.labrun.event.FileResult;
import io.labrun.event.Outcome;
import io.labrun.event.ScenarioResult;
import io.labrun.report.Words;
import java.util.Locale;

/** What came of a claim or a file: a mark, a word and what the word means. */
enum Sign {
  PASSED("✓", "passed", Mood.GOOD, "It was checked and holds."),
  FLAKY("≈", "flaky", Mood.WARN, "It passed in some of its runs and not in others."),
  FAILED("✗", "failed", Mood.BAD, "It was checked and does not hold."),
  WARNING("!", "warning", Mood.WARN, "It does not hold, and the author says that it only warns."),
  ERROR("!", "error", Mood.BAD, "It could not be checked, so nothing is known of it."),
  LEFT("!", "left behind", Mood.BAD, "Something that was made could not be removed."),
  INVALID("?", "invalid", Mood.BAD, "The file has mistakes; nothing of it was run."),
  REFUSED("⊘", "refused", Mood.BAD, "It asks for something dangerous that nobody granted."),
  INTERRUPTED("■", "interrupted", Mood.WARN, "It was stopped from outside."),
  BLOCKED("–", "blocked", Mood.WARN, "Something that it needs did not pass."),
  SKIPPED("–", "skipped", Mood.WARN, "The machine lacks what it requires."),
  UNTRIED("–", "not tried", Mood.WARN, "The run ended before it was its turn."),
  UNRUN("–", "not run", Mood.WARN, "The batch ended before it was its turn.");

  /** Which colour goes with a word; the word says it all. */
  enum Mood {
    GOOD,
    WARN,
    BAD
  }

  private final String mark;
  private final String word;
  private final Mood mood;
  private final String meaning;

  Sign(String mark, String word, Mood mood, String meaning) {
    this.mark = mark;
    this.word = word;
    this.mood = mood;
    this.meaning = meaning;
  }

  /** The sign of a claim. */
  static Sign of(AssertionResult result) {
    return switch (result.status()) {
      case PASSED -> PASSED;
      case FAILED -> result.isWarning() ? WARNING : FAILED;
      case ERROR -> result.isWarning() ? WARNING : ERROR;
      case BLOCKED -> BLOCKED;
      case SKIPPED -> UNTRIED;
    };
  }

  /** The sign of one run of a scenario. */
  static Sign of(ScenarioResult result) {
    if (!result.leftovers().isEmpty() && result.outcome() == Outcome.PASSED) {
      return LEFT;
    }
    return switch (result.outcome()) {
      case PASSED -> PASSED;
      case FAILED -> FAILED;
      case ERROR -> ERROR;
      case SKIPPED -> SKIPPED;
      case REFUSED -> REFUSED;
      case INTERRUPTED -> INTERRUPTED;
    };
  }

  /** The sign of a file; flaky if the run that decides passed and another did not. */
  static Sign of(FileResult file) {
    if (file.result().isEmpty()) {
      return file.unrun().isPresent() ? UNRUN : INVALID;
    }
    Sign decides = of(file.result().get());
    boolean left = file.runs().stream().anyMatch(run -> !run.result().leftovers().isEmpty());
    if (decides == PASSED && left) {
      return LEFT;
    }
    return decides == PASSED && file.isFlaky() ? FLAKY : decides;
  }

  /** The word, as it is shown. */
  String word() {
    return word;
  }

  /** What the word means, in a sentence. */
  String meaning() {
    return meaning;
  }

  /** The class of its elements in the style sheet. */
  String style() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The class of its colour in the style sheet. */
  String mood() {
    return mood.name().toLowerCase(Locale.ROOT);
  }

  /** How bad it is: 0 for what is good, more for what is worse. */
  int gravity() {
    return mood.ordinal();
  }

  /** So many of them, in words that go on after a comma: {@code 2 failed}, {@code 2 warnings}. */
  String counted(int count) {
    return switch (this) {
      case WARNING -> Words.count(count, word);
      case ERROR -> count + " could not be checked";
      default -> count + " " + word;
    };
  }

  /** Whether a reader should look at it. */
  boolean wantsAttention() {
    return mood != Mood.GOOD;
  }

  /** Writes the mark and the word. */
  void write(Markup out) {
    out.open("span", "class", "stamp " + mood());
    out.leaf("span", mark, "aria-hidden", "true").text(" " + word);
    out.close("span");
  }

  /** The mark alone, for where the word stands beside it in another way. */
  String mark() {
    return mark;
  }
}
