package io.labrun.own;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * Layers of images, a folder each, which any number of engines use at once.
 *
 * <p>An engine gets a folder of its own for each, in which only the layer's files are a link to
 * those here: overlayfs never writes into a lower layer, and an engine that removes an image
 * removes its link.
 */
final class CachedLayers {
  private static final String FILES = "diff";
  private static final String LINK = "link";
  private static final String LOWER = "lower";
  private static final String COMMITTED = "committed";

  /** What the engine knows of a layer, kept in a folder below it. */
  private static final String KNOWN = "known";

  /** Begins the name of a layer that is only being taken in. */
  private static final String FRESH = ".new-";

  private static final String CACHE_ID = "cache-id";

  private final Path layers;

  CachedLayers(Path layers) {
    this.layers = layers;
  }

  /** Whether a layer is here. */
  boolean has(String chain) {
    return Files.isDirectory(layers.resolve(chain));
  }

  /** What is left of layers whose taker was killed; asked for only while nobody takes any. */
  List<Path> halves() throws IOException {
    return Private.list(layers).stream()
        .filter(layer -> layer.getFileName().toString().startsWith(FRESH))
        .toList();
  }

  /** Gives an engine that has not started yet a layer. */
  void install(String chain, DataRoot root) throws IOException {
    Path layer = layers.resolve(chain);
    String cacheId = Files.readString(layer.resolve(KNOWN).resolve(CACHE_ID));
    Path overlay = root.overlay(cacheId);
    if (Files.exists(overlay)) {
      return;
    }
    Files.createDirectories(overlay);
    for (String name : List.of(LINK, LOWER, COMMITTED)) {
      copyIfThere(layer.resolve(name), overlay.resolve(name));
    }
    Files.createSymbolicLink(overlay.resolve(FILES), layer.resolve(FILES));
    Path link = root.link(Files.readString(layer.resolve(LINK)));
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, Path.of("..", cacheId, FILES));
    copyAll(layer.resolve(KNOWN), root.layer(chain));
  }

  /**
   * Takes a layer out of the data of an engine that has ended, which loses it. Nothing is done if
   * the layer is here already.
   *
   * @param below the layer that it lies on, which is here; empty for the lowest
   */
  void take(String chain, Optional<String> below, DataRoot root) throws IOException {
    if (has(chain)) {
      return;
    }
    Path known = root.layer(chain);
    Path overlay = root.overlay(Files.readString(known.resolve(CACHE_ID)));
    Path fresh = Files.createTempDirectory(layers, FRESH);
    Files.writeString(fresh.resolve(LINK), Files.readString(overlay.resolve(LINK)));
    copyIfThere(overlay.resolve(COMMITTED), fresh.resolve(COMMITTED));
    if (below.isPresent()) {
      Files.writeString(fresh.resolve(LOWER), lower(below.get()));
    }
    copyAll(known, fresh.resolve(KNOWN));
    Files.move(overlay.resolve(FILES), fresh.resolve(FILES));
    Files.move(fresh, layers.resolve(chain), StandardCopyOption.ATOMIC_MOVE);
  }

  /** The engine names lower layers by their links, and ours may have others than the engine's. */
  private String lower(String below) throws IOException {
    Path layer = layers.resolve(below);
    String link = "l/" + Files.readString(layer.resolve(LINK));
    Path further = layer.resolve(LOWER);
    return Files.exists(further) ? link + ":" + Files.readString(further) : link;
  }

  private static void copyIfThere(Path from, Path to) throws IOException {
    if (Files.exists(from)) {
      Files.copy(from, to);
    }
  }

  private static void copyAll(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    for (Path file : Private.list(from)) {
      Files.copy(file, to.resolve(file.getFileName()));
    }
  }
}
