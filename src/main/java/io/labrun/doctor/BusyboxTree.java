package io.labrun.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The files of a busybox image: the program, a link for each of its applets, and the few files and
 * folders that programs take for granted.
 */
final class BusyboxTree {
  private static final Map<String, String> FOLDERS =
      Map.ofEntries(
          Map.entry("bin", "rwxr-xr-x"),
          Map.entry("dev", "rwxr-xr-x"),
          Map.entry("etc", "rwxr-xr-x"),
          Map.entry("home", "rwxr-xr-x"),
          Map.entry("root", "rwx------"),
          Map.entry("usr", "rwxr-xr-x"),
          Map.entry("usr/bin", "rwxr-xr-x"),
          Map.entry("usr/sbin", "rwxr-xr-x"),
          Map.entry("var", "rwxr-xr-x"),
          Map.entry("var/spool", "rwxr-xr-x"),
          Map.entry("var/spool/mail", "rwxr-xr-x"),
          Map.entry("var/www", "rwxr-xr-x"));

  private static final String PASSWD =
      """
      root:x:0:0:root:/root:/bin/sh
      daemon:x:1:1:daemon:/usr/sbin:/bin/false
      bin:x:2:2:bin:/bin:/bin/false
      sys:x:3:3:sys:/dev:/bin/false
      mail:x:8:8:mail:/var/spool/mail:/bin/false
      www-data:x:33:33:www-data:/var/www:/bin/false
      operator:x:37:37:Operator:/var:/bin/false
      nobody:x:65534:65534:nobody:/home:/bin/false
      """;

  private static final String GROUP =
      """
      root:x:0:
      daemon:x:1:
      bin:x:2:
      sys:x:3:
      adm:x:4:
      tty:x:5:
      disk:x:6:
      mail:x:8:
      wheel:x:10:root
      www-data:x:33:
      users:x:100:
      nogroup:x:65534:
      """;

  private final Path root;

  /** A tree under a folder that does not exist yet. */
  BusyboxTree(Path root) {
    this.root = root;
  }

  /**
   * Makes the files.
   *
   * @param program the static program
   * @param applets the names of a program's applets; busybox counts itself among them
   */
  void plant(Path program, Function<Path, List<String>> applets) throws IOException {
    Files.createDirectory(root);
    for (Map.Entry<String, String> folder : new TreeMap<>(FOLDERS).entrySet()) {
      mode(Files.createDirectory(root.resolve(folder.getKey())), folder.getValue());
    }
    makeTmp();
    Path busybox = Files.copy(program, root.resolve("bin/busybox"));
    mode(busybox, "rwxr-xr-x");
    for (String applet : applets.apply(busybox)) {
      if (!applet.equals("busybox")) {
        Files.createSymbolicLink(root.resolve("bin").resolve(applet), Path.of("busybox"));
      }
    }
    Files.createSymbolicLink(root.resolve("usr/bin/env"), Path.of("../../bin/busybox"));
    Files.writeString(root.resolve("etc/passwd"), PASSWD);
    Files.writeString(root.resolve("etc/group"), GROUP);
    mode(Files.writeString(root.resolve("etc/shadow"), "root:*:::::::\n"), "rw-------");
  }

  /** Writable by all, and nobody removes what is another's: the sticky bit needs the number. */
  private void makeTmp() throws IOException {
    Path tmp = Files.createDirectory(root.resolve("tmp"));
    Files.setAttribute(tmp, "unix:mode", 01777);
  }

  private static void mode(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }
}
