package io.labrun.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options of which engine to use, or to make for a run alone. */
final class RunEngineOptions extends EngineOptions {
  private static final String PRIVATE = "private";

  @Option(
      names = "--engine",
      paramLabel = "WHICH",
      converter = Converter.class,
      completionCandidates = Words.class,
      description =
          "private: a throw-away engine beside yours, with a network, images and data of its own,"
              + " which ends with all that is on it; needs Linux and root. Without any engine that"
              + " answers this is the default where it can be had.")
  private String engine;

  /** Whether the user wants a private engine. */
  boolean isPrivate() {
    return engine != null;
  }

  /** The words for it. */
  static final class Words extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Words() {
      super(List.of(PRIVATE));
    }
  }

  /** Knows the only word. */
  static final class Converter implements ITypeConverter<String> {
    @Override
    public String convert(String word) {
      if (!word.equals(PRIVATE)) {
        throw new TypeConversionException(
            "it takes private, not '" + word + "'; --host names another engine");
      }
      return word;
    }
  }
}
