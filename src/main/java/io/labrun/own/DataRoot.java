package io.labrun.own;

import java.nio.file.Path;

/**
 * Where an engine with the storage driver overlay2 has its images ({@code /var/lib/docker} of
 * Docker 1.10 and later).
 *
 * @param path the data folder
 */
record DataRoot(Path path) {

  /** The folder of a layer's files. */
  Path overlay(String cacheId) {
    return path.resolve("overlay2").resolve(cacheId);
  }

  /** A layer's short name, a link to its files. */
  Path link(String word) {
    return path.resolve("overlay2/l").resolve(word);
  }

  /** What is known of a layer. */
  Path layer(String chain) {
    return path.resolve("image/overlay2/layerdb/sha256").resolve(chain);
  }

  /** An image's configuration. */
  Path config(String id) {
    return path.resolve("image/overlay2/imagedb/content/sha256").resolve(Digests.hex(id));
  }

  /** The names of all images. */
  Path names() {
    return path.resolve("image/overlay2/repositories.json");
  }
}
