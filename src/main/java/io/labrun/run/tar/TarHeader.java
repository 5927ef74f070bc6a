package io.labrun.run.tar;

import java.nio.charset.StandardCharsets;

/** The block that stands before an entry's content (POSIX.1-2001 {@code ustar}, and GNU's). */
final class TarHeader {
  /** Its size in bytes; what follows is filled up to a multiple of it. */
  static final int SIZE = 512;

  private static final int SUM = 148;
  private static final int SUM_END = 156;

  private final byte[] block;

  TarHeader(byte[] block) {
    this.block = block;
  }

  /** Whether it is empty, which ends the archive. */
  boolean isEnd() {
    for (byte one : block) {
      if (one != 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether the sum of its bytes is what it says, those of the sum itself taken as blanks. */
  boolean isSound() {
    long sum = 0;
    for (int i = 0; i < SIZE; i++) {
      sum += i >= SUM && i < SUM_END ? ' ' : block[i] & 0xff;
    }
    return sum == number(SUM, 8);
  }

  /** The type of its entry; old archives write nothing for a file. */
  char type() {
    char type = (char) block[156];
    return type == 0 ? TarReader.FILE : type;
  }

  /** The size of the content in bytes; -1 if it says none. */
  long size() {
    return number(124, 12);
  }

  /** The entry's name, as far as it fits. */
  String name() {
    String name = text(0, 100);
    String prefix = text(345, 155);
    boolean posix = text(257, 6).equals("ustar");
    return posix && !prefix.isEmpty() ? prefix + "/" + name : name;
  }

  /** Where a link points, as far as it fits. */
  String link() {
    return text(157, 100);
  }

  /** Octal digits; or, where the first bit is set, a binary number (GNU). -1 if it is neither. */
  private long number(int from, int length) {
    if (block[from] < 0) {
      long number = block[from] & 0x7f;
      for (int i = from + 1; i < from + length; i++) {
        number = number << 8 | block[i] & 0xff;
      }
      return number;
    }
    String digits = text(from, length).strip();
    return digits.isEmpty() ? 0 : digits.matches("[0-7]{1,12}") ? Long.parseLong(digits, 8) : -1;
  }

  private String text(int from, int length) {
    return text(block, from, length);
  }

  /** A text that ends at its first empty byte. */
  static String text(byte[] bytes, int from, int length) {
    int end = from;
    while (end < from + length && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, from, end - from, StandardCharsets.UTF_8);
  }
}
