package io.labrun.cli;

import io.labrun.event.BatchResult;
import io.labrun.report.file.ReportHead;
import io.labrun.report.file.ReportKind;
import io.labrun.source.DidYouMean;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A report that the user wants in a file.
 *
 * @param kind in which form
 * @param file where
 */
record ReportFile(ReportKind kind, Path file) {

  /** Writes it, with texts in a language; an earlier file of that name is replaced. */
  void write(BatchResult batch, String language) {
    try {
      if (file.toAbsolutePath().getParent() != null) {
        Files.createDirectories(file.toAbsolutePath().getParent());
      }
      try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
        kind.open(new ReportHead(Version.number(), language)).write(batch, out);
      }
    } catch (IOException e) {
      throw new UseException("the report `" + file + "` cannot be written: " + e.getMessage());
    }
  }

  /** The words for the kinds. */
  static final class Words extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Words() {
      Arrays.stream(ReportKind.values()).map(ReportKind::word).forEach(this::add);
    }
  }

  /** Reads {@code KIND=FILE}. */
  static final class Converter implements ITypeConverter<ReportFile> {
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
      if (equals < 0 || equals == text.length() - 1) {
        throw new TypeConversionException(
            "it takes KIND=FILE, such as " + word + "=report." + word);
      }
      try {
        Path file = Path.of(text.substring(equals + 1));
        return new ReportFile(ReportKind.values()[words.indexOf(word)], file);
      } catch (InvalidPathException e) {
        throw new TypeConversionException("'" + text + "' does not name a file");
      }
    }
  }
}
