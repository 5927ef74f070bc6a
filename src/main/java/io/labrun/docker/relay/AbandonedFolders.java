package io.labrun.docker.relay;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Folders of a labrun that was killed: nobody listens at their sockets any more. */
final class AbandonedFolders {
  /** How a socket's name ends. */
  static final String SOCKET = ".sock";

  /** A younger one may belong to a labrun that is just about to listen. */
  private static final Duration YOUNG = Duration.ofMinutes(1);

  private AbandonedFolders() {}

  /**
   * Removes those of a user below a folder; those of others are never looked into, who might put
   * something else in their place.
   */
  static void remove(Path parent, String prefix, UserPrincipal owner) {
    try (DirectoryStream<Path> found = Files.newDirectoryStream(parent, prefix + "*")) {
      for (Path folder : found) {
        if (isOwn(folder, owner) && isAbandoned(folder)) {
          PrivateFolder.remove(folder);
        }
      }
    } catch (IOException e) {
      // Another labrun has removed it at the same moment.
    }
  }

  private static boolean isOwn(Path folder, UserPrincipal owner) throws IOException {
    return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
        && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(owner);
  }

  private static boolean isAbandoned(Path folder) throws IOException {
    Instant made = Files.getLastModifiedTime(folder).toInstant();
    try (Stream<Path> list = Files.list(folder)) {
      List<Path> files = list.toList();
      return made.isBefore(Instant.now().minus(YOUNG))
          && !files.isEmpty()
          && files.stream().allMatch(AbandonedFolders::isDead);
    }
  }

  private static boolean isDead(Path file) {
    if (!file.toString().endsWith(SOCKET)) {
      return false;
    }
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(file))) {
      return false;
    } catch (ConnectException e) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
