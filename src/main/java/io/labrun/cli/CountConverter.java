package io.labrun.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number from 1 on. */
final class CountConverter implements ITypeConverter<Integer> {
  private static final int MOST = 10_000;

  @Override
  public Integer convert(String word) {
    boolean sound = word.matches("[1-9]\\d{0,4}") && Integer.parseInt(word) <= MOST;
    if (!sound) {
      throw new TypeConversionException(
          "it takes a number from 1 to " + MOST + ", not '" + word + "'");
    }
    return Integer.valueOf(word);
  }
}
