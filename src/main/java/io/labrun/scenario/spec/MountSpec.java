package io.labrun.scenario.spec;

import io.labrun.scenario.Data;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Something mounted into a container (Compose Specification, {@code volumes} and {@code tmpfs}).
 *
 * @param type what it is
 * @param source a declared volume's key, a path of the host, or empty for an anonymous volume
 * @param target the absolute path inside
 * @param readOnly whether it can't be written
 * @param noCopy whether a new volume stays empty instead of taking over what the image had there
 * @param propagation of a bind mount, {@code rprivate} ...; empty for the engine's choice
 * @param createHostPath whether a bind mount's missing source is made
 * @param size of a tmpfs, in bytes; empty for no limit
 * @param mode of a tmpfs, in octal as written; empty for 1777
 */
public record MountSpec(
    Type type,
    String source,
    String target,
    boolean readOnly,
    boolean noCopy,
    Optional<String> propagation,
    boolean createHostPath,
    Optional<Long> size,
    Optional<String> mode) {

  private static final Pattern OPTION = Pattern.compile("r[ow]|nocopy|r?(private|shared|slave)");
  private static final Pattern TMPFS_OPTION =
      Pattern.compile("r[ow]|size=\\d+[bkmgBKMG]{0,2}|mode=[0-7]+");

  /** Kinds of mounts. */
  public enum Type {
    /** A declared volume, or an anonymous one where the source is empty. */
    VOLUME,
    /** A file or folder of the host. */
    BIND,
    /** A file system in memory. */
    TMPFS
  }

  static List<MountSpec> readAll(View view) {
    List<MountSpec> out = new ArrayList<>();
    for (Data item : view.items("volumes")) {
      if (item instanceof Data.Mapping map) {
        out.add(longForm(new View(map, view.resolver())));
      } else {
        view.scalar(item).ifPresent(text -> out.add(parse(text)));
      }
    }
    view.texts("tmpfs").forEach(text -> out.add(tmpfs(text)));
    return out;
  }

  /** Reads the short form {@code [SOURCE:]TARGET[:OPTIONS]}. */
  public static MountSpec parse(String text) {
    List<String> parts = List.of(text.split(":", 3));
    boolean anonymous = parts.size() == 1;
    String source = anonymous ? "" : parts.get(0);
    List<String> options = parts.size() == 3 ? List.of(parts.get(2).split(",")) : List.of();
    Optional<String> propagation =
        options.stream().filter(option -> option.matches("r?(private|shared|slave)")).findFirst();
    return new MountSpec(
        source.matches("[./~].*") ? Type.BIND : Type.VOLUME,
        source,
        anonymous ? text : parts.get(1),
        options.contains("ro"),
        options.contains("nocopy"),
        propagation,
        true,
        Optional.empty(),
        Optional.empty());
  }

  /** Options of the short form that are none. */
  public static List<String> unknownOptions(String text) {
    List<String> parts = List.of(text.split(":", 3));
    return parts.size() < 3 ? List.of() : unknown(parts.get(2), OPTION);
  }

  /** Options of a {@code tmpfs} that are none. */
  public static List<String> unknownTmpfsOptions(String text) {
    String[] halves = text.split(":", 2);
    return halves.length < 2 ? List.of() : unknown(halves[1], TMPFS_OPTION);
  }

  private static List<String> unknown(String options, Pattern known) {
    return Stream.of(options.split(",", -1)).filter(o -> !known.matcher(o).matches()).toList();
  }

  /** Reads the long form, a map. */
  public static MountSpec longForm(View view) {
    View bind = view.view("bind");
    View tmpfs = view.view("tmpfs");
    return new MountSpec(
        Type.valueOf(view.text("type").orElse("volume").toUpperCase(Locale.ROOT)),
        view.text("source").orElse(""),
        view.text("target").orElse(""),
        view.flag("read_only"),
        view.view("volume").flag("nocopy"),
        bind.text("propagation"),
        bind.flag("create_host_path"),
        tmpfs.bytes("size"),
        tmpfs.text("mode"));
  }

  private static MountSpec tmpfs(String text) {
    String[] halves = text.split(":", 2);
    List<String> options = halves.length > 1 ? Arrays.asList(halves[1].split(",")) : List.of();
    return new MountSpec(
        Type.TMPFS,
        "",
        halves[0],
        options.contains("ro"),
        false,
        Optional.empty(),
        false,
        option(options, "size").flatMap(Sizes::parse),
        option(options, "mode"));
  }

  private static Optional<String> option(List<String> options, String name) {
    return options.stream()
        .filter(option -> option.startsWith(name + "="))
        .map(option -> option.substring(name.length() + 1))
        .findFirst();
  }
}
