package io.labrun.run.match;

import io.labrun.event.Problem;
import io.labrun.run.lab.ProblemException;
import io.labrun.source.Span;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression that gives up.
 *
 * <p>Some expressions, such as {@code (a+)+$}, take time that doubles with every character of the
 * text. Java has no limit of its own, so each look at a character is counted.
 */
final class BoundedRegex {
  private static final long MOST_LOOKS = 100_000_000L;
  private final Pattern pattern;
  private final Span span;

  BoundedRegex(String expression, Span span) {
    this.span = span;
    try {
      this.pattern = Pattern.compile(expression);
    } catch (PatternSyntaxException e) {
      throw problem("this is no regular expression: " + e.getDescription());
    }
  }

  /** Whether it is found somewhere in a text. */
  boolean isFoundIn(String text) {
    try {
      return pattern.matcher(new CountedText(text, new Looks())).find();
    } catch (TooManyLooksException | StackOverflowError e) {
      throw problem("this regular expression takes too long on what was found");
    }
  }

  private ProblemException problem(String what) {
    return ProblemException.lasting(
        Problem.of(what).at(span).help("simplify it, or use `contains` or `lines`"));
  }

  /** How often a character was looked at. */
  private static final class Looks {
    private long count;

    void add() {
      if (++count > MOST_LOOKS) {
        throw new TooManyLooksException();
      }
    }
  }

  private static final class TooManyLooksException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyLooksException() {
      super(null, null, false, false);
    }
  }

  private record CountedText(CharSequence text, Looks looks) implements CharSequence {
    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      looks.add();
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new CountedText(text.subSequence(start, end), looks);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
