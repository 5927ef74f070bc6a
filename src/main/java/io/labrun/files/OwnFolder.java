package io.labrun.files;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The folder that a scenario's file lies in: what is in it is the scenario's own.
 *
 * @param folder the folder as the user named it, whole
 * @param home the user's home folder, for {@code ~}
 */
public record OwnFolder(Path folder, Path home) {

  /** The folder of a file. */
  public static OwnFolder of(Path file, Path home) {
    Path whole = file.toAbsolutePath().normalize();
    return new OwnFolder(whole.getParent() == null ? whole : whole.getParent(), home);
  }

  /** The whole path of what is written in a scenario, links not followed. */
  public Path resolve(String written) {
    return whole(written).normalize();
  }

  /** Where what is written in a scenario leads, links followed. */
  public Path end(String written) {
    return RealPath.of(resolve(written));
  }

  /** The same, and where it leads if {@code ..} is followed after the links before it. */
  public Set<Path> ends(String written) {
    Set<Path> out = new LinkedHashSet<>();
    out.add(end(written));
    out.add(RealPath.of(whole(written)));
    return out;
  }

  private Path whole(String written) {
    boolean atHome = written.equals("~") || written.startsWith("~/");
    Path path = atHome ? home.resolve(written.replaceFirst("~/*", "")) : folder.resolve(written);
    return path.toAbsolutePath();
  }

  /**
   * Whether the end of a path is the scenario's own.
   *
   * <p>A file that somebody saved in their home folder does not make all of it the scenario's: the
   * whole of it is not, nor is what is hidden there (keys, settings), nor anything above.
   */
  public boolean holds(Path end) {
    Path own = RealPath.of(folder);
    Path atHome = RealPath.of(home);
    if (!end.startsWith(own) || atHome.startsWith(end)) {
      return false;
    }
    boolean above = atHome.startsWith(own) && !atHome.equals(own);
    return !above && !(atHome.equals(own) && isHidden(own.relativize(end)));
  }

  private static boolean isHidden(Path below) {
    return below.getName(0).toString().startsWith(".");
  }
}
