package io.labrun.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * One part of several that together are all files, each in one of them: in turns, so that no part
 * has more than one file more than another.
 *
 * @param part which, from 1
 * @param parts how many there are
 */
record Shard(int part, int parts) {
  private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,3})/([1-9]\\d{0,3})");

  /** Whether the file at a place, from 0, belongs to the part. */
  boolean has(int index) {
    return index % parts == part - 1;
  }

  @Override
  public String toString() {
    return part + "/" + parts;
  }

  /** Reads {@code PART/PARTS}. */
  static final class Converter implements ITypeConverter<Shard> {
    @Override
    public Shard convert(String text) {
      Matcher form = FORM.matcher(text);
      if (form.matches()) {
        Shard shard = new Shard(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
        if (shard.part() <= shard.parts()) {
          return shard;
        }
      }
      throw new TypeConversionException(
          "it takes PART/PARTS from 1/1 up, such as 2/5 for the second of five, not '"
              + text
              + "'");
    }
  }
}
