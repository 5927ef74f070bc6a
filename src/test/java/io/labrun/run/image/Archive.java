package io.labrun.run.image;

import io.labrun.run.tar.TarWriter;
import io.labrun.testbed.Gzip;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** An archive of images, made by hand as docker save makes it, and spoiled by hand. */
final class Archive {
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final Map<String, String> links = new LinkedHashMap<>();

  /** One image {@code lab:1} with two layers, as Docker 20.10 writes it. */
  static Archive classic() {
    Archive out = new Archive();
    byte[] low = bytes("the lower layer");
    byte[] high = bytes("the upper layer");
    byte[] config = config(sum(low), sum(high));
    out.files.put("one/layer.tar", low);
    out.files.put("two/layer.tar", high);
    out.files.put(sum(config) + ".json", config);
    out.manifest("lab:1", sum(config) + ".json", "one/layer.tar", "two/layer.tar");
    return out;
  }

  /** The same as engines with containerd write it: the layers packed, all under their checksums. */
  static Archive packed() {
    Archive out = new Archive();
    byte[] low = bytes("the lower layer");
    byte[] high = bytes("the upper layer");
    byte[] config = config(sum(low), sum(high));
    out.manifest("lab:1", out.blob(config), out.blob(Gzip.of(low)), out.blob(Gzip.of(high)));
    return out;
  }

  private String blob(byte[] content) {
    String name = "blobs/sha256/" + sum(content);
    files.put(name, content);
    return name;
  }

  private void manifest(String tag, String config, String... layers) {
    files.put(
        "manifest.json",
        bytes(
            "[{\"Config\":\"%s\",\"RepoTags\":[\"%s\"],\"Layers\":[\"%s\"]}]"
                .formatted(config, tag, String.join("\",\"", layers))));
  }

  private static byte[] config(String... sums) {
    return bytes(
        "{\"os\":\"linux\",\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\"sha256:"
            + String.join("\",\"sha256:", sums)
            + "\"]}}");
  }

  /** The name of the file that ends so. */
  String named(String end) {
    return files.keySet().stream().filter(name -> name.endsWith(end)).findFirst().orElseThrow();
  }

  Archive with(String name, String content) {
    files.put(name, bytes(content));
    return this;
  }

  Archive without(String name) {
    files.remove(name);
    return this;
  }

  Archive replacing(String name, String old, String other) {
    String text = new String(files.get(name), StandardCharsets.UTF_8);
    return with(name, text.replace(old, other));
  }

  /** A layer that images share is written once: the other place has a link to it. */
  Archive link(String name, String target) {
    files.remove(name);
    links.put(name, target);
    return this;
  }

  byte[] tar() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      TarWriter tar = new TarWriter(out);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        tar.file(file.getKey(), file.getValue(), 0644);
      }
      for (Map.Entry<String, String> link : links.entrySet()) {
        tar.link(link.getKey(), link.getValue());
      }
      tar.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  ImageArchive read() throws IOException, BadArchiveException {
    return read(tar());
  }

  static ImageArchive read(byte[] tar) throws IOException, BadArchiveException {
    return ImageArchive.read(new ByteArrayInputStream(tar));
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String sum(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
