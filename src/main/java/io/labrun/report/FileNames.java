package io.labrun.report;

import io.labrun.source.TextWidth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;

/**
 * What the files of a batch are called: without folder and {@code .yaml} where that tells them
 * apart, otherwise without the folders that all of them are in.
 */
final class FileNames {
  private final List<String> names;
  private final int width;

  /**
   * Names for files.
   *
   * @param files as they were given
   */
  FileNames(List<String> files, Pen pen) {
    List<String> stems = files.stream().map(FileNames::stem).toList();
    List<String> told =
        new HashSet<>(stems).size() == stems.size() ? stems : withoutCommonFolders(files);
    this.names = told.stream().map(pen::safe).toList();
    this.width = names.stream().mapToInt(TextWidth::of).max().orElse(0);
  }

  /** The name of a file by its place, from 0; safe. */
  String of(int index) {
    return names.get(index);
  }

  /** How wide the widest of some names is. */
  int widest(Collection<Integer> indexes) {
    return indexes.stream().mapToInt(index -> TextWidth.of(names.get(index))).max().orElse(0);
  }

  /** The name with blanks up to a column in which all stand that are not too long for it. */
  String inColumn(int index, int most) {
    String name = names.get(index);
    return name + " ".repeat(Math.max(0, Math.min(width, most) - TextWidth.of(name)));
  }

  private static String stem(String file) {
    String last = file.substring(file.lastIndexOf('/') + 1);
    return last.replaceFirst("(?<=.)\\.ya?ml$", "");
  }

  private static List<String> withoutCommonFolders(List<String> files) {
    String common = files.get(0).substring(0, files.get(0).lastIndexOf('/') + 1);
    for (String file : files) {
      while (!file.startsWith(common)) {
        common = common.substring(0, common.lastIndexOf('/', common.length() - 2) + 1);
      }
    }
    int cut = common.length();
    List<String> out = new ArrayList<>();
    files.forEach(file -> out.add(file.substring(cut)));
    return out;
  }
}
