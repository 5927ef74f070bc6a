package io.labrun.testbed;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a stand-in for an official image is made.
 *
 * @param reference the official image's name
 * @param folder a Dockerfile, what it copies, and {@code prepare.sh} where more must be got first
 */
record Recipe(String reference, Path folder) {
  private static final Pattern BASE = Pattern.compile("(?m)(?:^FROM |--from=)(\\S+)");

  /** The images that it is made from. */
  Set<String> bases() throws IOException {
    String dockerfile = Files.readString(folder.resolve("Dockerfile"));
    return BASE.matcher(dockerfile)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The names of its files, sorted. */
  List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    }
  }

  /** The Dockerfile, with a label that each of its steps then carries. */
  String labelled(String label) throws IOException {
    return Files.readString(folder.resolve("Dockerfile"))
        .replaceAll("(?m)^FROM .*$", "$0\nLABEL " + label);
  }

  /**
   * Tells this recipe from what it was before a change.
   *
   * @param bases the hashes of what it is made from
   * @return 64 hex digits
   */
  String hash(List<String> bases) throws IOException {
    try (DigestOutputStream out =
        new DigestOutputStream(
            OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"))) {
      out.write(String.join(" ", bases).getBytes(StandardCharsets.UTF_8));
      for (Path file : files()) {
        out.write(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
        out.write(0);
        Files.copy(file, out);
        out.write(0);
      }
      return HexFormat.of().formatHex(out.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
