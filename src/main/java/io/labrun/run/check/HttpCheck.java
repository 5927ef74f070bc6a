package io.labrun.run.check;

import io.labrun.event.Observation;
import io.labrun.event.Problem;
import io.labrun.run.action.SideBySide;
import io.labrun.run.action.Spoken;
import io.labrun.run.engine.ExecResult;
import io.labrun.run.lab.Probes;
import io.labrun.run.lab.ProblemException;
import io.labrun.run.match.JsonText;
import io.labrun.scenario.Call;
import io.labrun.scenario.Data;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.View;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes one HTTP request.
 *
 * <p>Where nothing answers, all result fields are null: no claim about them holds then, nor its
 * denial.
 */
final class HttpCheck implements Check {

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

  @Override
  public String kind() {
    return "http";
  }

  @Override
  public List<Finding> attempt(Call call, CheckContext context) {
    View view = new View(call.arguments(), context.resolver());
    HttpRequest request = HttpRequest.read(view);
    List<String> starts = view.texts("from");
    return SideBySide.look(
        starts.isEmpty() ? List.of(Probes.ENGINE) : starts, from -> look(from, request, context));
  }

  @Override
  public Optional<Data> expectedByDefault(Call call) {
    return Optional.of(Expectations.that(call, "status", Expectations.between(call, 200, 299)));
  }

  @Override
  public List<String> subjects(Call call) {
    return new View(call.arguments(), TextResolver.AS_WRITTEN).texts("from");
  }

  private static Finding look(String from, HttpRequest request, CheckContext context) {
    Tool tool = new Tool(context, from);
    ExecResult result = ask(tool, request, context);
    byte[] bytes = Base64.getMimeDecoder().decode(result.stdout());
    if (result.truncated()) {
      throw ProblemException.passing(
          Problem.of("the answer is longer than 700 KiB, too long to look at"));
    }
    if (bytes.length == 0) {
      return nothing(from, request, silence(tool, request, result));
    }
    try {
      HttpAnswer answer = HttpAnswer.parse(bytes, request.method().equals("HEAD"));
      if (answer.endsWithConnection() && result.stderr().contains(NO_END)) {
        guardEnd(context);
      }
      return finding(from, request, answer, context);
    } catch (HttpAnswer.UnsoundException e) {
      return nothing(from, request, e.getMessage());
    }
  }

  /** Nobody can say what the rest would have been. */
  private static void guardEnd(CheckContext context) {
    if (context.looksAt("body") || context.looksAt("json")) {
      throw ProblemException.passing(
          Problem.of(
                  "the answer had not ended after %s, and nobody can say what its whole body is"
                      .formatted(Spoken.of(Duration.ofSeconds(whole(context)))))
              .help("give it more time: `timeout`"));
    }
  }

  /** How long the whole answer may take, in seconds. */
  private static long whole(CheckContext context) {
    return Math.max(1, context.timeout().toSeconds() - 1);
  }

  private static ExecResult ask(Tool tool, HttpRequest request, CheckContext context) {
    Url url = request.url();
    long patience = Tool.patience(context.timeout());
    return tool.run(
        SCRIPT,
        List.of(
            url.host(),
            Integer.toString(url.port()),
            Long.toString(whole(context)),
            url.secure() ? SECURE : PLAIN,
            Long.toString(patience)),
        Optional.of(request.bytes()));
  }

  /** Why nothing came back, as far as it says something of the network and not of the probe. */
  private static String silence(Tool tool, HttpRequest request, ExecResult result) {
    String said = result.stderr();
    if (said.contains("bad address")) {
      throw ProblemException.passing(
          Problem.of(
                  "`%s` finds no address for the name `%s`"
                      .formatted(tool.subject(), request.url().host()))
              .help("whether a name resolves is a claim of its own: `dns`"));
    }
    Optional<Answer> refusal = Dialer.refusal(said);
    if (refusal.isEmpty() && said.contains("ssl_client")) {
      throw ProblemException.passing(
          Problem.of(
                  "the probe beside `%s` can't speak TLS with this server"
                      .formatted(tool.subject()))
              .details(said.lines().limit(5).toList())
              .help(
                  "busybox knows few ways to encrypt: ask with the container's own client, by `exec`"));
    }
    if (refusal.isEmpty() && said.contains("not found")) {
      throw tool.strange(result);
    }
    return refusal.map(Answer::words).orElse("nothing came back");
  }

  private static Finding finding(
      String from, HttpRequest request, HttpAnswer answer, CheckContext context) {
    Optional<Problem> objection = objection(answer.body(), context);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("status", (long) answer.status());
    fields.put("headers", answer.headers());
    fields.put("body", answer.body());
    fields.put("json", json(answer.body()));
    return new Finding(
        from,
        fields,
        "%s %s: %d".formatted(request.method(), whole(request.url()), answer.status()),
        Optional.of(
            new Observation.Output(
                List.of(request.method(), whole(request.url())),
                Optional.empty(),
                answer.body(),
                "",
                false)),
        false,
        () -> objection);
  }

  private static Finding nothing(String from, HttpRequest request, String why) {
    Map<String, Object> fields = new LinkedHashMap<>();
    List.of("status", "headers", "body", "json").forEach(field -> fields.put(field, null));
    Problem objection =
        Problem.of("nothing answered (" + why + "), so this proves nothing of the answer")
            .help("that something can't be reached is a claim of its own: `reach`");
    return new Finding(
        from,
        fields,
        "%s %s: %s".formatted(request.method(), whole(request.url()), why),
        Optional.empty(),
        false,
        () -> Optional.of(objection));
  }

  /** What is no JSON has a null for it, which could hold as an empty or a null document. */
  private static Optional<Problem> objection(String body, CheckContext context) {
    try {
      JsonText.parse(body);
      return Optional.empty();
    } catch (JsonText.NoJsonException e) {
      return Optional.of(Problem.of("the body is no JSON, so this proves nothing of it"))
          .filter(problem -> context.asksFor("json"));
    }
  }

  /** Null for what is no JSON. */
  private static Object json(String body) {
    try {
      return JsonText.parse(body);
    } catch (JsonText.NoJsonException e) {
      return null;
    }
  }

  private static String whole(Url url) {
    return (url.secure() ? "https://" : "http://") + url.authority() + url.path();
  }
}
