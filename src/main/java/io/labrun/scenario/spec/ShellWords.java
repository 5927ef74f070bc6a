package io.labrun.scenario.spec;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a command line into words as a POSIX shell does: quotes and backslashes, no expansions
 * (Compose Specification, {@code command}).
 */
final class ShellWords {
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;
  private char quote;

  private ShellWords() {}

  /** The words; a quote that is not closed runs to the end. */
  public static List<String> split(String line) {
    ShellWords cutter = new ShellWords();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean escapes = c == '\\' && cutter.quote != '\'' && i + 1 < line.length();
      if (escapes) {
        cutter.escaped(line.charAt(++i));
      } else {
        cutter.take(c);
      }
    }
    cutter.endWord();
    return List.copyOf(cutter.words);
  }

  private void escaped(char next) {
    if (quote == '"' && "\"\\$`\n".indexOf(next) < 0) {
      word.append('\\');
    }
    word.append(next);
    inWord = true;
  }

  private void take(char c) {
    if (quote != 0) {
      takeQuoted(c);
    } else if (c == '"' || c == '\'') {
      quote = c;
      inWord = true;
    } else if (Character.isWhitespace(c)) {
      endWord();
    } else {
      word.append(c);
      inWord = true;
    }
  }

  private void takeQuoted(char c) {
    if (c == quote) {
      quote = 0;
    } else {
      word.append(c);
    }
  }

  private void endWord() {
    if (inWord) {
      words.add(word.toString());
      word.setLength(0);
      inWord = false;
    }
  }
}
