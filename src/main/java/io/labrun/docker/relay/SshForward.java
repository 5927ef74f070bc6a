package io.labrun.docker.relay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Connections to an engine's socket on another machine through ssh itself, which starts no program
 * on either side for them.
 *
 * @param local the socket of this machine at which ssh takes connections
 */
record SshForward(Path local) {
  private static final String USUAL = "/var/run/docker.sock";

  /** What ssh's {@code -L} takes as it stands. */
  private static final Pattern PLAIN = Pattern.compile("/[\\w./@+-]+");

  private static final byte[] QUESTION =
      "GET /info HTTP/1.0\r\nHost: docker\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private static final Pattern ID = Pattern.compile("\"ID\":\"([^\"]+)\"");

  /** Asks the ssh that keeps a connection to take others; empty if it does not. */
  static Optional<SshForward> begin(SshProgram program, SshTarget target, Path trunk, Path local)
      throws IOException {
    String remote = target.socket().orElse(USUAL);
    if (!PLAIN.matcher(remote).matches()) {
      return Optional.empty();
    }
    List<String> arguments = new ArrayList<>(List.of("-S", trunk.toString(), "-O", "forward"));
    arguments.addAll(List.of("-L", local + ":" + remote));
    arguments.addAll(target.words());
    return program.succeeds(arguments) ? Optional.of(new SshForward(local)) : Optional.empty();
  }

  /** Connects. */
  Line open() throws IOException {
    return new SocketLine(local);
  }

  /**
   * Whether the engine at that socket is the very one that answers a program: on its machine docker
   * may be set to use another.
   *
   * @param program a connection of its own, which is closed
   */
  boolean leadsWhere(Line program) throws IOException {
    Optional<String> id = id(program);
    return id.isPresent() && id.equals(id(open()));
  }

  private static Optional<String> id(Line line) throws IOException {
    try (line) {
      line.output().write(QUESTION);
      line.output().flush();
      String answer = new String(line.input().readAllBytes(), StandardCharsets.UTF_8);
      Matcher matcher = ID.matcher(answer);
      return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
  }
}
