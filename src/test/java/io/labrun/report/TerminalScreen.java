package io.labrun.report;

import java.util.ArrayList;
import java.util.List;

/** A terminal without end that understands the few sequences we use, and no other. */
final class TerminalScreen {
  private final List<StringBuilder> rows = new ArrayList<>(List.of(new StringBuilder()));
  private int row;
  private int column;
  private boolean cursor = true;

  void print(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\u001b') {
        int end = i + 2;
        while (!Character.isLetter(text.charAt(end))) {
          end++;
        }
        sequence(text.substring(i + 2, end), text.charAt(end));
        i = end;
      } else if (c == '\n') {
        row++;
        column = 0;
        if (row == rows.size()) {
          rows.add(new StringBuilder());
        }
      } else if (c == '\r') {
        column = 0;
      } else {
        put(c);
      }
    }
  }

  private void put(char c) {
    StringBuilder line = rows.get(row);
    if (column < line.length()) {
      line.setCharAt(column, c);
    } else {
      line.append(c);
    }
    column++;
  }

  private void sequence(String parameters, char command) {
    if (command == 'A') {
      row = Math.max(0, row - Integer.parseInt(parameters));
    } else if (command == 'J' && parameters.isEmpty()) {
      rows.subList(row + 1, rows.size()).clear();
      rows.get(row).setLength(column);
    } else if (parameters.equals("?25")) {
      cursor = command == 'h';
    } else if (command != 'm') {
      throw new IllegalArgumentException(parameters + command);
    }
  }

  boolean cursorShown() {
    return cursor;
  }

  List<String> lines() {
    List<String> out = new ArrayList<>(rows.stream().map(StringBuilder::toString).toList());
    if (out.get(out.size() - 1).isEmpty()) {
      out.remove(out.size() - 1);
    }
    return out;
  }

  List<String> lines(String title) {
    List<String> out = new ArrayList<>(List.of("--- " + title));
    out.addAll(lines());
    return out;
  }
}
