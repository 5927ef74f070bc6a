package io.labrun.cli;

import io.labrun.run.Keep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the words for {@link Keep}. */
final class KeepConverter implements ITypeConverter<Keep> {
  /** The words that there are. */
  static final class Words extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Words() {
      Arrays.stream(Keep.values()).map(KeepConverter::word).forEach(this::add);
    }
  }

  /** The word for one. */
  static String word(Keep keep) {
    return keep.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Keep convert(String word) {
    return Arrays.stream(Keep.values())
        .filter(keep -> word(keep).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "it takes failed, always or never, not '" + word + "'"));
  }
}
