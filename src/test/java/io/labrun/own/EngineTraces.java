package io.labrun.own;

import io.labrun.testbed.ControlGroups;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What private engines leave traces of on a machine. Others use the same machine: only what can be
 * of a private engine counts, and the user's own {@code docker0}.
 *
 * @param cache the folder whose engines are meant
 */
record EngineTraces(Path cache) {
  /** Addresses and names that nothing but a private engine's script gives. */
  private static final List<String> MARKS = List.of("198.51.100.", "inside", "labrun tmpfs");

  /** All traces, a line each; none where all is gone. */
  Set<String> all() throws IOException {
    Set<String> out = new TreeSet<>();
    keep(out, "interface", run("ip", "address"));
    keep(out, "rule", run("iptables-save"));
    keep(out, "mount", run("cat", "/proc/self/mounts"));
    keep(out, "namespace", run("ip", "netns"));
    for (Path folder : folders()) {
      out.add("folder " + folder);
    }
    ControlGroups.find("*/labrun-*").stream()
        .filter(EngineTraces::isGroup)
        .forEach(group -> out.add("group " + group));
    ProcessHandle.allProcesses()
        .filter(process -> environment(process.pid()).contains(Keeper.VARIABLE + "="))
        .filter(process -> commandLine(process.pid()).contains(cache.toString()))
        .forEach(process -> out.add("process " + commandLine(process.pid())));
    return out;
  }

  private void keep(Set<String> out, String kind, String text) {
    text.lines()
        .filter(line -> line.contains(cache.toString()) || MARKS.stream().anyMatch(line::contains))
        .forEach(line -> out.add(kind + " " + line));
  }

  /** The folders of engines that stand. */
  List<Path> folders() throws IOException {
    return Private.list(cache.resolve("labrun/engines"));
  }

  /** The names that engines of this cache ever had can't be told, so each of that form counts. */
  private static boolean isGroup(String path) {
    return path.matches("/sys/fs/cgroup(/[^/]+)?/labrun-[0-9a-f]{8}");
  }

  /** The user's bridge, and the rules that all of its containers share; not those of one. */
  static String bridge() throws IOException {
    String link =
        run("ip", "-4", "-brief", "address", "show", "docker0").replaceAll("(UP|DOWN) *", "");
    String rules =
        run("iptables-save")
            .lines()
            .filter(line -> line.contains("docker0") && !line.contains("/32"))
            .filter(line -> !line.contains("--to-destination"))
            .collect(Collectors.joining("\n"));
    return link + rules;
  }

  private static String environment(long pid) {
    return read(pid, "environ");
  }

  private static String commandLine(long pid) {
    return read(pid, "cmdline").replace('\0', ' ');
  }

  private static String read(long pid, String name) {
    try {
      byte[] bytes = Files.readAllBytes(Path.of("/proc", Long.toString(pid), name));
      return new String(bytes, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }

  /** What a program prints. */
  static String run(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
