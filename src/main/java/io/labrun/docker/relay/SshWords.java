package io.labrun.docker.relay;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What ssh, or docker on the other side, says of a connection that failed, with what to do. */
final class SshWords {
  private static final int LONGEST = 300;

  /** What is said of connections that work, too. */
  private static final Pattern NOISE =
      Pattern.compile(
          "\\s*|@.*|\\*\\*.*|mux_client_.*|ControlSocket .*|Pseudo-terminal .*|channel \\d+: .*"
              + "|debug\\d: .*|Warning: Permanently added .*|Shared connection to .*");

  /**
   * One failure.
   *
   * @param said how it is recognised
   * @param meaning what it means and what to do; {@code SSH} is the command to try by hand
   */
  private record Rule(Pattern said, String meaning) {}

  private static final List<Rule> RULES =
      List.of(
          rule(
              "exec: .*not found",
              "there is no program ssh on this machine: install OpenSSH's client (Debian:"
                  + " apt-get install openssh-client)"),
          rule(
              "host key for .* has changed|IDENTIFICATION HAS CHANGED",
              "that machine shows another key than the one that is known: somebody may stand in"
                  + " between. If it was set up anew, remove the old key (ssh-keygen -R) and"
                  + " compare the new one's fingerprint: SSH"),
          rule(
              "host key verification failed|host key is known",
              "that machine's key is not known here yet: connect once by hand and compare its"
                  + " fingerprint: SSH"),
          rule(
              "permission denied \\(|too many authentication failures",
              "ssh does not get in by itself: give your key to an agent (ssh-add) or name it in"
                  + " ~/.ssh/config, until this asks nothing: SSH"),
          rule(
              "could not resolve hostname",
              "ssh knows no such machine: is the name right, or missing in ~/.ssh/config?"),
          rule(
              "docker.*not found|not found.*docker",
              "ssh gets there, and finds no program docker there: install Docker's command line"
                  + " on that machine (Debian: apt-get install docker.io), where a shell that"
                  + " nobody logs into finds it: SSH docker version"),
          rule(
              "is not a docker command|unknown command",
              "the docker on that machine is too old for this: it takes 18.09 or later"),
          rule(
              "permission denied",
              "ssh gets there, and that user may not use the engine: usermod -aG docker NAME"
                  + " there, as root"),
          rule(
              "dial unix|cannot connect to the docker daemon|dial-stdio",
              "ssh gets there, and no engine answers there: start it on that machine, or name"
                  + " its socket: ssh://HOST/path/to/docker.sock"),
          rule(
              "connection refused|timed out|no route to host|unreachable",
              "ssh gets no connection: is that machine on, and the port right?"));

  private SshWords() {}

  private static Rule rule(String said, String meaning) {
    return new Rule(Pattern.compile(said, Pattern.CASE_INSENSITIVE), meaning);
  }

  /** Both in one sentence: what it means, as far as that is known, and ssh's own words. */
  static String explain(SshTarget target, String said) {
    String words =
        said.lines()
            .filter(line -> !NOISE.matcher(line).matches())
            .collect(Collectors.joining(" "));
    if (words.isBlank()) {
      return "ssh gives no answer and says nothing: does an engine run there? " + tryIt(target);
    }
    String shown = words.replaceAll("\\s+", " ").strip();
    String own = shown.length() > LONGEST ? "... " + end(shown) : shown;
    return RULES.stream()
        .filter(rule -> rule.said().matcher(said).find())
        .findFirst()
        .map(rule -> filled(rule.meaning(), target) + " (it says: " + own + ")")
        .orElse("ssh says: " + own + "; does this work by hand? " + tryIt(target));
  }

  /** What matters most is said last. */
  private static String end(String text) {
    return text.substring(text.length() - LONGEST);
  }

  private static String filled(String meaning, SshTarget target) {
    return meaning.replace("SSH", target.typed()).replace("HOST", target.host());
  }

  private static String tryIt(SshTarget target) {
    return target.typed() + " docker version";
  }
}
