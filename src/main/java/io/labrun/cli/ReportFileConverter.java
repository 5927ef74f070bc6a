package io.labrun.cli;

import io.labrun.report.file.ReportKind;
import io.labrun.source.DidYouMean;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code KIND=FILE}. */
final class ReportFileConverter implements ITypeConverter<ReportFile> {

  /** The words for the kinds. */
  static final class Words extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Words() {
      Arrays.stream(ReportKind.values()).map(ReportKind::word).forEach(this::add);
    }
  }

  private static String usual(ReportKind kind) {
    return switch (kind) {
      case GITHUB -> "-";
      case JUNIT -> "report.xml";
      default -> "report." + kind.word();
    };
  }

  @Override
  public ReportFile convert(String text) {
    int equals = text.indexOf('=');
    String word = equals < 0 ? text : text.substring(0, equals);
    List<String> words = new Words();
    if (!words.contains(word)) {
      String meant =
          DidYouMean.nearest(word, words).map(w -> "; did you mean " + w + "?").orElse("");
      throw new TypeConversionException(
          "there is no report of the kind '"
              + word
              + "', only "
              + String.join(", ", words)
              + meant);
    }
    ReportKind kind = ReportKind.values()[words.indexOf(word)];
    if (equals < 0 || equals == text.length() - 1) {
      throw new TypeConversionException("it takes KIND=FILE, such as " + word + "=" + usual(kind));
    }
    try {
      return new ReportFile(kind, Path.of(text.substring(equals + 1)));
    } catch (InvalidPathException e) {
      throw new TypeConversionException("'" + text + "' does not name a file");
    }
  }
}
