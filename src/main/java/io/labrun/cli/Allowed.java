package io.labrun.cli;

import io.labrun.scenario.Grant;
import io.labrun.source.DidYouMean;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * What one word after {@code --allow} gives.
 *
 * @param grants a grant, or all of them for the word {@code all}
 */
record Allowed(Set<Grant> grants) {
  private static final String ALL = "all";

  /** The words that there are. */
  static final class Words extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Words() {
      super(Grant.words());
      add(ALL);
    }
  }

  /** Reads a word. */
  static final class Converter implements ITypeConverter<Allowed> {
    @Override
    public Allowed convert(String word) {
      if (word.equals(ALL)) {
        return new Allowed(EnumSet.allOf(Grant.class));
      }
      return new Allowed(Set.of(Grant.of(word).orElseThrow(() -> unknown(word))));
    }

    private static TypeConversionException unknown(String word) {
      List<String> words = new Words();
      String question = DidYouMean.question(word, words);
      String rest = question.isEmpty() ? "there are " + String.join(", ", words) : question;
      return new TypeConversionException("there is no grant `" + word + "`; " + rest);
    }
  }
}
