package io.labrun.run.check;

import io.labrun.event.Observation;
import io.labrun.event.Problem;
import io.labrun.run.action.SideBySide;
import io.labrun.run.action.Spoken;
import io.labrun.run.lab.Probes;
import io.labrun.run.lab.ProblemException;
import io.labrun.run.match.JsonText;
import io.labrun.scenario.Call;
import io.labrun.scenario.Data;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.View;
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
    HttpProbe probe = new HttpProbe(context, from);
    HttpProbe.Heard heard = probe.ask(request);
    if (heard.bytes().length == 0) {
      return nothing(from, request, probe.silence(request, heard));
    }
    try {
      HttpAnswer answer = HttpAnswer.parse(heard.bytes(), request.method().equals("HEAD"));
      if (answer.endsWithConnection() && heard.goesOn()) {
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
                      .formatted(Spoken.of(HttpProbe.limit(context))))
              .help("give it more time: `timeout`"));
    }
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
