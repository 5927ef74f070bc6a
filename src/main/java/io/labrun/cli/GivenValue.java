package io.labrun.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A value given to a variable of a scenario.
 *
 * @param name the variable
 * @param value its value; may be empty
 */
record GivenValue(String name, String value) {

  /** Reads {@code name=value}. */
  static final class Converter implements ITypeConverter<GivenValue> {
    @Override
    public GivenValue convert(String text) {
      int cut = text.indexOf('=');
      if (cut < 1) {
        throw new TypeConversionException("it takes name=value, not '" + text + "'");
      }
      return new GivenValue(text.substring(0, cut), text.substring(cut + 1));
    }
  }
}
