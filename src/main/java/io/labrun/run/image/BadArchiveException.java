package io.labrun.run.image;

/** An archive can't be what it should be; the message goes on from the archive's name. */
public final class BadArchiveException extends Exception {
  private static final long serialVersionUID = 1L;

  BadArchiveException(String message) {
    super(message);
  }
}
