package io.labrun.grade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder so deep that no path leads to its end, as a container can make one. */
final class Deep {
  private static final int PIECES = 4;
  private static final int EACH = 700;

  private Deep() {}

  /** Makes one and gives its top. */
  static Path in(Path folder) throws IOException {
    Path below = Files.createDirectory(folder.resolve("end"));
    Files.writeString(below.resolve("file"), "x");
    for (int piece = 0; piece < PIECES; piece++) {
      Path top = folder.resolve("piece" + piece);
      Path bottom = Files.createDirectories(top.resolve("sub/".repeat(EACH)));
      Files.writeString(top.resolve("file"), "x");
      Files.move(below, bottom.resolve("sub"));
      below = top;
    }
    return below;
  }
}
