package io.labrun.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Says why a file could not be read or written: Java tells of many faults only the file's name. */
public final class FileFault {
  private FileFault() {}

  /** The reason in a few words, without the file's name where that can be. */
  public static String reason(IOException fault) {
    if (fault instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (fault instanceof NoSuchFileException) {
      return "there is no such file or folder";
    }
    if (fault instanceof FileAlreadyExistsException) {
      return "something else of that name is there";
    }
    if (fault instanceof FileSystemException system && system.getReason() != null) {
      return system.getReason();
    }
    return String.valueOf(fault.getMessage());
  }
}
