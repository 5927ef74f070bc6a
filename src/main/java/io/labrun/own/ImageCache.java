package io.labrun.own;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Images kept between private engines.
 *
 * <p>Layers come first, then an image's configuration, then its name, each whole or not at all: so
 * whoever is killed at any time leaves a cache that is good, and reading needs no lock.
 */
final class ImageCache {
  private final Path folder;
  private final CachedLayers layers;

  /** The cache in a folder, which is made if it is not there. */
  ImageCache(Path folder) throws IOException {
    this.folder = Private.folder(folder);
    for (String below : List.of("layers", "configs", "names")) {
      Private.folder(folder.resolve(below));
    }
    this.layers = new CachedLayers(folder.resolve("layers"));
  }

  /**
   * Gives an engine that has not started yet the images that are here.
   *
   * @param wanted says which
   */
  void install(DataRoot root, Predicate<CachedImage> wanted) throws IOException {
    List<CachedImage> images = all().stream().filter(this::isWhole).filter(wanted).toList();
    for (CachedImage image : images) {
      for (String chain : image.chains()) {
        layers.install(chain, root);
      }
      Path config = root.config(image.id());
      if (!Files.exists(config)) {
        Files.createDirectories(config.getParent());
        Files.copy(config(image.id()), config);
      }
    }
    if (!images.isEmpty()) {
      Files.writeString(root.names(), names(images));
    }
  }

  private List<CachedImage> all() throws IOException {
    List<CachedImage> out = new ArrayList<>();
    for (Path file : Private.list(folder.resolve("names"))) {
      if (!file.getFileName().toString().startsWith(".")) {
        out.add(CachedImage.read(Files.readString(file)));
      }
    }
    return out;
  }

  private boolean isWhole(CachedImage image) {
    return Files.exists(config(image.id())) && image.chains().stream().allMatch(layers::has);
  }

  /** The engine's {@code repositories.json}; references have no letters that JSON would escape. */
  private static String names(List<CachedImage> images) {
    Map<String, List<String>> byRepository = new TreeMap<>();
    for (CachedImage image : images) {
      byRepository
          .computeIfAbsent(image.repository(), unused -> new ArrayList<>())
          .add("\"" + image.reference() + "\":\"" + image.id() + "\"");
    }
    List<String> repositories = new ArrayList<>();
    byRepository.forEach(
        (name, entries) ->
            repositories.add("\"" + name + "\":{" + String.join(",", entries) + "}"));
    return "{\"Repositories\":{" + String.join(",", repositories) + "}}";
  }

  /** Takes images out of the data of an engine that has ended, which loses them. */
  void take(List<CachedImage> images, DataRoot root) throws IOException {
    alone(
        () -> {
          for (CachedImage image : images) {
            take(image, root);
          }
        });
  }

  /** Has what is left of layers removed whose taker was killed. */
  void tidy(Consumer<Path> remover) throws IOException {
    alone(() -> layers.halves().forEach(remover));
  }

  /** Work for which nobody else may change the cache. */
  private interface Work {
    void run() throws IOException;
  }

  private void alone(Work work) throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      work.run();
    }
  }

  private void take(CachedImage image, DataRoot root) throws IOException {
    Optional<String> below = Optional.empty();
    for (String chain : image.chains()) {
      layers.take(chain, below, root);
      below = Optional.of(chain);
    }
    Path config = config(image.id());
    if (!Files.exists(config)) {
      Private.write(config, Files.readString(root.config(image.id())));
    }
    Private.write(folder.resolve("names").resolve(Digests.of(image.reference())), image.toText());
  }

  private Path config(String id) {
    return folder.resolve("configs").resolve(Digests.hex(id));
  }
}
