package io.labrun.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A terminal without end that understands the few sequences we use, and no other. Made narrower it
 * breaks its lines anew and keeps the cursor where it was in the text, as most do.
 */
final class TerminalScreen {
  /** A row, and whether the line goes on in the next one. */
  private static final class Row {
    private final StringBuilder text = new StringBuilder();
    private boolean goesOn;
  }

  private final List<Row> rows = new ArrayList<>(List.of(new Row()));
  private int columns = Integer.MAX_VALUE;
  private int row;
  private int column;
  private boolean cursor = true;
  private boolean wraps = true;

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
        down();
      } else if (c == '\r') {
        column = 0;
      } else {
        put(c);
      }
    }
  }

  private void down() {
    row++;
    column = 0;
    if (row == rows.size()) {
      rows.add(new Row());
    }
  }

  private void put(char c) {
    if (column >= columns && wraps) {
      rows.get(row).goesOn = true;
      down();
    }
    column = Math.min(column, columns - 1);
    StringBuilder line = rows.get(row).text;
    if (column < line.length()) {
      line.setCharAt(column, c);
    } else {
      line.append(c);
    }
    column++;
  }

  /** Makes it so wide. */
  void resize(int width) {
    List<Row> before = List.copyOf(rows);
    int at = row;
    int in = column;
    rows.clear();
    columns = width;
    int newRow = 0;
    int newColumn = 0;
    rows.add(new Row());
    row = 0;
    column = 0;
    for (int i = 0; i < before.size(); i++) {
      String text = before.get(i).text.toString();
      for (int j = 0; j <= text.length(); j++) {
        if (i == at && j == Math.min(in, text.length())) {
          newRow = row;
          newColumn = column;
        }
        if (j < text.length()) {
          put(text.charAt(j));
        }
      }
      if (!before.get(i).goesOn && i + 1 < before.size()) {
        down();
      }
    }
    row = newRow;
    column = newColumn;
  }

  private void sequence(String parameters, char command) {
    if (command == 'A') {
      row = Math.max(0, row - Integer.parseInt(parameters));
    } else if (command == 'J' && parameters.isEmpty()) {
      rows.subList(row + 1, rows.size()).clear();
      rows.get(row).text.setLength(column);
      rows.get(row).goesOn = false;
    } else if (parameters.equals("?25")) {
      cursor = command == 'h';
    } else if (parameters.equals("?7")) {
      wraps = command == 'h';
    } else if (command != 'm') {
      throw new IllegalArgumentException(parameters + command);
    }
  }

  boolean cursorShown() {
    return cursor;
  }

  List<String> lines() {
    List<String> out = new ArrayList<>(rows.stream().map(one -> one.text.toString()).toList());
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
