package io.labrun.run.check;

import io.labrun.event.Problem;
import io.labrun.run.action.SideBySide;
import io.labrun.run.lab.Probes;
import io.labrun.run.lab.ProblemException;
import io.labrun.scenario.Call;
import io.labrun.scenario.Data;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.View;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Tries to reach something over the network: each target from each start. */
final class ReachCheck implements Check {

  private record Way(String from, String to) {}

  @Override
  public String kind() {
    return "reach";
  }

  @Override
  public List<Finding> attempt(Call call, CheckContext context) {
    View view = new View(call.arguments(), context.resolver());
    Optional<String> port = view.text("port").map(ReachCheck::checked);
    String protocol = view.text("protocol").orElse(port.isPresent() ? "tcp" : "icmp");
    List<Way> ways = ways(call, distinct(view.texts("from")), distinct(view.texts("to")));
    return SideBySide.look(ways, way -> look(way, port, protocol, context));
  }

  @Override
  public Optional<Data> expectedByDefault(Call call) {
    return Optional.of(Expectations.that(call, "reachable", Expectations.yes(call)));
  }

  @Override
  public List<String> subjects(Call call) {
    View view = new View(call.arguments(), TextResolver.AS_WRITTEN);
    return Stream.concat(view.texts("from").stream(), view.texts("to").stream())
        .distinct()
        .toList();
  }

  private static List<String> distinct(List<String> names) {
    return names.stream().distinct().toList();
  }

  /**
   * In a matrix, nobody goes to themselves; so two lists that name one alone, as a service does
   * that has one task, name no way at all.
   */
  private static List<Way> ways(Call call, List<String> starts, List<String> targets) {
    List<Way> ways = new ArrayList<>();
    boolean matrix =
        starts.size() > 1 || targets.size() > 1 || isList(call, "from") && isList(call, "to");
    for (String from : starts) {
      for (String to : targets) {
        if (!matrix || !from.equals(to)) {
          ways.add(new Way(from, to));
        }
      }
    }
    if (ways.isEmpty()) {
      throw ProblemException.passing(
          Problem.of(
                  "only `%s` is there, and that it reaches itself proves nothing"
                      .formatted(String.join(", ", starts)))
              .help("of a service, two tasks must run for one to reach another"));
    }
    return ways;
  }

  private static boolean isList(Call call, String key) {
    return call.arguments().get(key).filter(Data.Seq.class::isInstance).isPresent();
  }

  private static String checked(String port) {
    boolean valid = port.matches("\\d{1,5}") && Integer.parseInt(port) <= 65535;
    if (!valid || Integer.parseInt(port) == 0) {
      throw ProblemException.lasting(Problem.of("`" + port + "` is no port"));
    }
    return port;
  }

  private static Finding look(
      Way way, Optional<String> port, String protocol, CheckContext context) {
    Destinations destinations = new Destinations(context);
    String address = destinations.address(way.from(), way.to());
    Optional<String> owner = owner(way, protocol, address, destinations, context);
    Destination to = new Destination(way.to(), address, owner, port, protocol);
    Answer answer = new Dialer(context).dial(way.from(), to);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("reachable", answer.reached());
    fields.put("address", address);
    fields.put("latency", answer.latency().orElse(null));
    return new Finding(
        way.from() + " → " + way.to(),
        fields,
        to.spoken() + ": " + answer.words(),
        Optional.empty(),
        false,
        answer.reached() ? Control.NONE : new ReachControl(context, way.from(), to));
  }

  private static Optional<String> owner(
      Way way, String protocol, String address, Destinations destinations, CheckContext context) {
    boolean host = context.lab().plan().scenario().hosts().containsKey(way.to());
    if (host || context.lab().containers().find(way.to()).isPresent()) {
      return Optional.of(way.to());
    }
    boolean engine = way.to().equals(Probes.ENGINE);
    return protocol.equals("udp") && !engine
        ? destinations.owner(way.from(), address)
        : Optional.empty();
  }
}
