package io.labrun.own.way;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** This machine's name servers, as {@code resolv.conf} names them. */
final class NameServers {
  private static final int PORT = 53;
  private static final int PATIENCE_MILLIS = 3000;

  private final Path resolvConf;

  NameServers(Path resolvConf) {
    this.resolvConf = resolvConf;
  }

  /** The answer of the first that answers; that it failed, if none does. */
  ByteBuffer ask(ByteBuffer question) {
    byte[] bytes = new byte[question.remaining()];
    question.duplicate().get(bytes);
    for (String server : servers()) {
      try (DatagramSocket socket = new DatagramSocket()) {
        socket.setSoTimeout(PATIENCE_MILLIS);
        // Connected, so that nobody else's answer counts and a refusal is told at once.
        socket.connect(new InetSocketAddress(InetAddress.getByName(server), PORT));
        socket.send(new DatagramPacket(bytes, bytes.length));
        DatagramPacket answer =
            new DatagramPacket(new byte[Relay.LONGEST_MESSAGE], Relay.LONGEST_MESSAGE);
        socket.receive(answer);
        return ByteBuffer.wrap(answer.getData(), 0, answer.getLength());
      } catch (IOException | IllegalArgumentException e) {
        // The next one may know.
      }
    }
    return Messages.failure(question);
  }

  private List<String> servers() {
    try {
      return Files.readAllLines(resolvConf).stream()
          .map(line -> line.strip().split("\\s+"))
          .filter(words -> words.length > 1 && words[0].equals("nameserver"))
          .map(words -> words[1])
          .distinct()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
