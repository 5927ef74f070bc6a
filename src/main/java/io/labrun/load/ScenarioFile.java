package io.labrun.load;

import io.labrun.files.FileFault;
import io.labrun.source.Diagnostic;
import io.labrun.source.SourceText;
import io.labrun.source.Span;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * The text of a scenario's file, or why there is none.
 *
 * @param text the text; empty where there is a mistake
 * @param mistake why it cannot be read; empty where there is a text
 */
record ScenarioFile(Optional<SourceText> text, Optional<Diagnostic> mistake) {
  /** The most bytes a scenario may have. */
  static final int MOST_BYTES = 1 << 20;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** Reads a file; never more than {@link #MOST_BYTES} and one bytes of it. */
  static ScenarioFile read(Path path) {
    String name = path.toString();
    if (!isWritten(path)) {
      return no(unwritten(name));
    }
    if (Files.isDirectory(path)) {
      return no(folder(path, name));
    }
    try (InputStream in = Files.newInputStream(path)) {
      return bytes(name, in);
    } catch (NoSuchFileException e) {
      return no(Diagnostic.of("no-file", "there is no file `" + name + "`"));
    } catch (AccessDeniedException e) {
      return no(Diagnostic.of("unreadable-file", "you may not read `" + name + "`"));
    } catch (IOException e) {
      return no(
          Diagnostic.of(
              "unreadable-file", "`" + name + "` cannot be read: " + FileFault.reason(e)));
    }
  }

  /** Reads what a stream holds; never more than {@link #MOST_BYTES} and one bytes of it. */
  static ScenarioFile read(String name, InputStream in) {
    try {
      return bytes(name, in);
    } catch (IOException e) {
      return no(
          Diagnostic.of("unreadable-file", "`" + name + "` cannot be read: " + e.getMessage()));
    }
  }

  /** Whether the name can be written as text, so that it means the same file when it is read. */
  private static boolean isWritten(Path path) {
    try {
      return path.equals(path.getFileSystem().getPath(path.toString()));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static Diagnostic unwritten(String name) {
    String what = "the name of `" + name + "` is not in the characters of this locale";
    return Diagnostic.of("unreadable-name", what)
        .help("If it is UTF-8: LC_ALL=C.UTF-8 labrun ...; if it is not, give it another name.");
  }

  private static ScenarioFile bytes(String name, InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MOST_BYTES + 1);
    return bytes.length > MOST_BYTES ? tooLarge(name) : decode(name, bytes);
  }

  private static Diagnostic folder(Path path, String name) {
    return Files.isReadable(path) && Files.isExecutable(path)
        ? Diagnostic.of("not-a-file", "`" + name + "` is a folder, not a scenario file")
        : Diagnostic.of("unreadable-folder", "you may not look into the folder `" + name + "`");
  }

  private static ScenarioFile tooLarge(String name) {
    return no(
        Diagnostic.of("large-file", "`" + name + "` is larger than 1 MiB: that is no scenario"));
  }

  /** Makes text of bytes in UTF-8, with or without a byte order mark. */
  static ScenarioFile decode(String name, byte[] bytes) {
    if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
      return no(
          Diagnostic.of("not-utf-8", "`" + name + "` is written in UTF-16")
              .help("Save it as UTF-8. In PowerShell: Set-Content -Encoding utf8."));
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    boolean bad = decoder.decode(in, out, true).isError();
    String text = withoutMark(out.flip().toString());
    if (!bad) {
      return of(new SourceText(name, text));
    }
    String whole = withoutMark(new String(bytes, StandardCharsets.UTF_8));
    return notUtf8(new SourceText(name, whole), text.length(), bytes[in.position()] & 0xFF);
  }

  /** A text that is there already; control characters in it are a mistake. */
  static ScenarioFile of(SourceText source) {
    String text = source.text();
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int point = text.codePointAt(i);
      if (!StreamReader.isPrintable(point)) {
        return no(control(source.span(i, i + Character.charCount(point)), point));
      }
    }
    return new ScenarioFile(Optional.of(source), Optional.empty());
  }

  private static Diagnostic control(Span span, int point) {
    String what = point == 0 ? "a NUL byte" : "the control character U+%04X".formatted(point);
    return Diagnostic.at(span, "bad-character", what + " cannot stand in a scenario")
        .help(
            "Is this a text file? In a quoted text such a character is written as \\x%02x."
                .formatted(point));
  }

  /** In {@code source} a replacement character stands at the place of the bad byte. */
  private static ScenarioFile notUtf8(SourceText source, int at, int bad) {
    Span span = source.span(at, at + 1);
    return no(
        Diagnostic.at(span, "not-utf-8", "the byte 0x%02x is not UTF-8".formatted(bad))
            .help("Save the file as UTF-8."));
  }

  private static String withoutMark(String text) {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }

  private static ScenarioFile no(Diagnostic mistake) {
    return new ScenarioFile(Optional.empty(), Optional.of(mistake));
  }
}
