package io.labrun.run.check;

import io.labrun.event.Problem;
import io.labrun.run.engine.ExecResult;
import io.labrun.run.lab.ProblemException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Makes a request from a subject's network namespace, and hears what comes back. */
record HttpProbe(CheckContext context, String from) {
  /**
   * The request comes through the standard input. It goes through a pipe that this shell keeps
   * open, because nc would otherwise tell the server that nothing more comes, which some take for
   * hanging up. The answer comes back in base64, for it may be no text.
   */
  private static final String SCRIPT =
      """
      for tool in nc mkfifo base64 timeout; do
        command -v $tool >/dev/null || { echo "$tool: not found" >&2; exit 127; }
      done
      pipe=/tmp/labrun.$$
      mkfifo "$pipe" || exit 1
      exec 4<&0 3<>"$pipe"
      rm "$pipe"
      cat <&4 >&3 &
      {
        timeout "$3" sh -c "$4" labrun "$1" "$2" "$5" <&3
        case $? in 124|143) echo 'labrun: no end' >&2;; esac
      } | base64
      kill $! 2>/dev/null
      exit 0
      """;

  /** What the script says of an answer that goes on when the time is over. */
  private static final String NO_END = "labrun: no end";

  private static final String PLAIN = "exec nc -w \"$3\" \"$1\" \"$2\"";

  /** The program that nc runs has the connection as its input and output. */
  private static final String SECURE =
      """
      command -v ssl_client >/dev/null || { echo 'ssl_client: not found' >&2; exit 1; }
      exec 5<&0 6>&1 7>&2
      exec nc -w "$3" "$1" "$2" -e sh -c 'exec ssl_client -s 8 -n "$0" 8<&0 <&5 >&6 2>&7' "$1"
      """;

  /**
   * What came back.
   *
   * @param bytes of the answer; none where nobody answered
   * @param goesOn whether there was no end of it when the time was over
   * @param said what the probe's tools said
   */
  record Heard(byte[] bytes, boolean goesOn, ExecResult said) {}

  /** How long a whole answer may take. */
  static Duration limit(CheckContext context) {
    return Duration.ofSeconds(Math.max(1, context.timeout().toSeconds() - 1));
  }

  /**
   * Asks once.
   *
   * @throws ProblemException if it can't be asked, or the answer is too long
   */
  Heard ask(HttpRequest request) {
    Url url = request.url();
    long patience = Tool.patience(context.timeout());
    ExecResult result =
        new Tool(context, from)
            .run(
                SCRIPT,
                List.of(
                    url.host(),
                    Integer.toString(url.port()),
                    Long.toString(limit(context).toSeconds()),
                    url.secure() ? SECURE : PLAIN,
                    Long.toString(patience)),
                Optional.of(request.bytes()));
    if (result.truncated()) {
      throw ProblemException.passing(
          Problem.of("the answer is longer than 700 KiB, too long to look at"));
    }
    byte[] bytes = Base64.getMimeDecoder().decode(result.stdout());
    return new Heard(bytes, result.stderr().contains(NO_END), result);
  }

  /**
   * Why nothing came back, as far as it says something of the network and not of the probe.
   *
   * @throws ProblemException if it says something of the probe
   */
  String silence(HttpRequest request, Heard heard) {
    String said = heard.said().stderr();
    if (said.contains("bad address")) {
      throw ProblemException.passing(
          Problem.of(
                  "`%s` finds no address for the name `%s`".formatted(from, request.url().host()))
              .help("whether a name resolves is a claim of its own: `dns`"));
    }
    Optional<Answer> refusal = Dialer.refusal(said);
    if (refusal.isEmpty() && said.contains("ssl_client")) {
      throw withoutTls(said);
    }
    if (refusal.isEmpty() && said.contains("not found")) {
      throw new Tool(context, from).strange(heard.said());
    }
    return refusal.map(Answer::words).orElse("nothing came back");
  }

  private ProblemException withoutTls(String said) {
    return ProblemException.passing(
        Problem.of("the probe beside `%s` can't speak TLS with this server".formatted(from))
            .details(said.lines().limit(5).toList())
            .help(
                "busybox knows few ways to encrypt: ask with the container's own client, by `exec`"));
  }
}
