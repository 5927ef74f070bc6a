package io.labrun.report;

import io.labrun.plan.HostContainer;
import io.labrun.plan.Need;
import io.labrun.plan.Placement;
import io.labrun.plan.Plan;
import io.labrun.plan.Step;
import io.labrun.plan.StepId;
import io.labrun.scenario.Assertion;
import io.labrun.scenario.Call;
import io.labrun.scenario.Named;
import io.labrun.source.Span;
import io.labrun.source.Tone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows what a plan will do: the steps, what each waits for, full names, the claims. */
public final class PlanText {
  private static final int MOST_OF_A_CALL = 200;

  private final ReportSettings settings;
  private final Pen pen;

  /** Plans shown as the settings say. */
  public PlanText(ReportSettings settings) {
    this.settings = settings;
    this.pen = new Pen(settings.theme());
  }

  /** The lines about a plan. */
  public List<String> render(Plan plan) {
    List<String> out = new ArrayList<>(new HeaderText(settings).render(plan.scenario()));
    out.addAll(requirements(plan));
    out.addAll(new AskedText(pen).render(plan.scenario()));
    out.add("");
    out.add(heading("Set up", "as run " + plan.run() + ", say; each run draws its own id"));
    out.addAll(steps(plan));
    if (!plan.scenario().assertions().isEmpty()) {
      out.add("");
      out.add(heading("Check", "one after another"));
      out.addAll(claims(plan));
    }
    out.add("");
    out.add(heading("Remove", "everything, in reverse order, whatever happened"));
    return out;
  }

  private List<String> requirements(Plan plan) {
    List<Need> needs = Need.of(plan.scenario().requires());
    if (needs.isEmpty()) {
      return List.of();
    }
    List<String> out = new ArrayList<>();
    out.add("");
    out.add(heading("Require", "or skip the scenario; not tried here"));
    needs.forEach(n -> out.addAll(pen.beside("      ", Tone.MUTED, pen.safe(n.words()))));
    return out;
  }

  private String heading(String word, String rest) {
    return pen.paint(Tone.STRONG, word) + "  " + pen.paint(Tone.MUTED, pen.safe(rest));
  }

  private List<String> steps(Plan plan) {
    Map<StepId, Integer> numbers = new LinkedHashMap<>();
    List<String> out = new ArrayList<>();
    for (Step step : plan.steps()) {
      int number = numbers.size() + 1;
      numbers.put(step.id(), number);
      String after =
          step.after().stream()
              .map(numbers::get)
              .sorted()
              .map(String::valueOf)
              .collect(Collectors.joining(", "));
      String right = after.isEmpty() ? "" : "after " + after;
      out.addAll(pen.beside(number(number), Tone.MUTED, pen.safe(words(step.id(), plan)), right));
    }
    return out;
  }

  private static String number(int number) {
    return "%4d  ".formatted(number);
  }

  private static String words(StepId step, Plan plan) {
    String key = step.key();
    Placement placement = Placement.of(plan.scenario());
    return switch (step.kind()) {
      case IMAGE -> "image " + key + (step.isHandover() ? ", handed over to " + step.host() : "");
      case UNDERLAY -> "network of the hosts";
      case HOST -> "host " + key + ", named " + HostContainer.name(plan.run(), key);
      case SWARM ->
          key.equals(Placement.MAIN)
              ? "the engine is in a swarm, one of its own if in no other"
              : key + " is in the swarm";
      case BUILD -> "image built for " + users(key, plan);
      case NETWORK ->
          "network " + key + as(key, plan.names().networks()) + on(key, placement.networks());
      case VOLUME ->
          "volume " + key + as(key, plan.names().volumes()) + on(key, placement.volumes());
      case CONTAINER ->
          "container " + key + as(key, plan.names().containers()) + on(key, placement.containers());
      case SERVICE ->
          "service " + key + as(key, plan.names().services()) + on(key, placement.services());
      case HEALTHY -> key + " is healthy, if it has a health check";
      case COMPLETED -> key + " has ended with exit code 0";
      case PROBE -> "probe beside " + key;
    };
  }

  private static String users(String first, Plan plan) {
    String users =
        plan.names().builds().entrySet().stream()
            .filter(use -> use.getValue().equals(first))
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(", "));
    return users + ", named " + plan.names().built(first, plan.run()).orElse("");
  }

  private static String as(String key, Map<String, String> names) {
    String name = names.getOrDefault(key, key);
    return name.equals(key) ? "" : ", named " + name;
  }

  private static String on(String key, Map<String, String> hosts) {
    String host = hosts.getOrDefault(key, Placement.MAIN);
    return host.equals(Placement.MAIN) ? "" : ", on host " + host;
  }

  private List<String> claims(Plan plan) {
    List<String> out = new ArrayList<>();
    int number = 0;
    for (Assertion assertion : plan.scenario().assertions()) {
      number++;
      out.addAll(pen.beside(number(number), Tone.MUTED, pen.brief(assertion.name().name())));
      for (Call action : assertion.actions()) {
        part(action.kind(), action.argument().span(), out);
      }
      part(assertion.check().kind(), assertion.check().argument().span(), out);
      assertion.expect().ifPresent(expected -> part("expect", expected.span(), out));
      assertion.across().ifPresent(across -> part("across", across.span(), out));
      if (!assertion.needs().isEmpty()) {
        List<String> needs = assertion.needs().stream().map(Named::name).toList();
        out.addAll(pen.beside("        needs ", Tone.MUTED, pen.brief(String.join(", ", needs))));
      }
    }
    return out;
  }

  private void part(String word, Span span, List<String> out) {
    String lead = "        " + word.toLowerCase(Locale.ROOT) + " ";
    String written = String.join(" ", span.text().strip().split("\\s+"));
    out.addAll(pen.beside(lead, Tone.MUTED, pen.clip(pen.safe(written), MOST_OF_A_CALL)));
  }
}
