package io.labrun.run.image;

import io.labrun.run.match.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What an archive of images holds, as {@code docker save} makes it.
 *
 * <p>It needs no list of ours: its {@code manifest.json} names each image's configuration by its
 * checksum, and that the checksum of each layer (docker image specification v1.2). Whatever was cut
 * off, damaged or exchanged on the way does not agree any more.
 *
 * @param images in the order of the archive
 */
public record ImageArchive(List<ArchivedImage> images) {
  private static final String MANIFEST = "manifest.json";

  /**
   * Reads an archive to its end and checks it.
   *
   * @throws BadArchiveException if it is no archive of images, or not as it was made
   * @throws IOException if it can't be read
   */
  public static ImageArchive read(InputStream in) throws IOException, BadArchiveException {
    ArchiveFiles files = ArchiveFiles.read(in);
    Optional<String> manifest = files.find(MANIFEST).flatMap(ArchiveFile::text);
    if (manifest.isEmpty()) {
      throw new BadArchiveException("is no archive of images: there is no " + MANIFEST + " in it");
    }
    List<ArchivedImage> images = new ArrayList<>();
    for (Object entry : list(json(MANIFEST, manifest.get()))) {
      images.add(image(map(entry), files));
    }
    if (images.isEmpty()) {
      throw new BadArchiveException("holds no images: its " + MANIFEST + " is empty");
    }
    return new ImageArchive(List.copyOf(images));
  }

  private static ArchivedImage image(Map<?, ?> entry, ArchiveFiles files)
      throws BadArchiveException {
    List<String> names = texts(entry.get("RepoTags"));
    String config = String.valueOf(entry.get("Config"));
    String who = names.isEmpty() ? config : String.join(", ", names);
    Optional<ArchiveFile> file = files.find(config);
    if (file.isEmpty()) {
      throw new BadArchiveException("is not whole: the configuration of " + who + " is missing");
    }
    String named = config.replaceFirst("^.*/", "").replaceFirst("\\.json$", "");
    if (!file.get().sum().equals(named)) {
      throw changed("the configuration of " + who);
    }
    Map<?, ?> rootfs = map(map(json(config, file.get().text().orElse(""))).get("rootfs"));
    List<String> sums = texts(rootfs.get("diff_ids"));
    long bytes = layers(who, texts(entry.get("Layers")), sums, files);
    return new ArchivedImage(names, "sha256:" + named, sums, bytes);
  }

  private static long layers(String who, List<String> names, List<String> sums, ArchiveFiles files)
      throws BadArchiveException {
    if (names.size() != sums.size()) {
      throw new BadArchiveException(
          "is damaged: %s has %d of the %d layers that its configuration names"
              .formatted(who, names.size(), sums.size()));
    }
    long bytes = 0;
    for (int i : IntStream.range(0, names.size()).toArray()) {
      String layer = "layer %d of %d of %s".formatted(i + 1, names.size(), who);
      ArchiveFile file =
          files
              .find(names.get(i))
              .orElseThrow(() -> new BadArchiveException("is not whole: " + layer + " is missing"));
      if (!file.has(sums.get(i)) && !names.get(i).equals("blobs/sha256/" + file.sum())) {
        throw changed(layer);
      }
      bytes += file.size();
    }
    return bytes;
  }

  private static BadArchiveException changed(String what) {
    return new BadArchiveException("is damaged: " + what + " is not what its checksum says");
  }

  private static Object json(String name, String text) throws BadArchiveException {
    try {
      return JsonText.parse(text);
    } catch (JsonText.NoJsonException e) {
      throw new BadArchiveException("is damaged: " + name + " is " + e.getMessage());
    }
  }

  private static List<?> list(Object value) throws BadArchiveException {
    if (value instanceof List<?> list) {
      return list;
    }
    throw new BadArchiveException("is no archive of images: its " + MANIFEST + " is no list");
  }

  private static Map<?, ?> map(Object value) throws BadArchiveException {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new BadArchiveException("is damaged: where a map should be, its JSON has something else");
  }

  private static List<String> texts(Object value) {
    return value instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
  }
}
