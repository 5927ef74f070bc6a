package io.labrun.run.check;

import io.labrun.event.Problem;
import io.labrun.plan.Placement;
import io.labrun.run.lab.Probes;
import io.labrun.run.lab.ProblemException;
import java.util.List;
import java.util.Optional;

/**
 * Proves that what could not be reached is there: it answers a probe from inside its own network
 * namespace, on that very address.
 *
 * <p>An address of no container, such as a gateway, must answer the Docker host instead: the one
 * that {@code from} is on, for another one may know somebody else under that address.
 */
record ReachControl(CheckContext context, String from, Destination to) implements Control {

  @Override
  public Optional<Problem> objection() {
    try {
      Destinations destinations = new Destinations(context);
      Optional<String> owner = to.owner().or(() -> destinations.owner(from, to.address()));
      String inside = owner.orElseGet(this::dockerHost);
      if (owner.isEmpty() && from.equals(inside) || context.lab().hosts().isMachine(inside)) {
        return Optional.of(nobody());
      }
      Answer answer = new Dialer(context).dial(inside, destination(owner));
      return answer.reached() ? Optional.empty() : Optional.of(dead(owner, answer));
    } catch (ProblemException e) {
      return Optional.of(e.problem());
    }
  }

  private String dockerHost() {
    String host = context.lab().hostOf(from);
    return host.equals(Placement.MAIN) ? Probes.ENGINE : host;
  }

  private Destination destination(Optional<String> owner) {
    return new Destination(to.label(), to.address(), owner, to.port(), to.protocol());
  }

  private Problem nobody() {
    return Problem.of(
            "nothing shows that %s is up, so that it can't be reached proves nothing"
                .formatted(to.spoken()))
        .help("go to a container of the scenario: that one can be asked from inside");
  }

  private Problem dead(Optional<String> owner, Answer answer) {
    String host = dockerHost();
    String docker = host.equals(Probes.ENGINE) ? "the Docker host" : "the host `" + host + "`";
    String where = owner.map(key -> "`" + key + "` itself").orElse(docker);
    String what =
        owner.isPresent() && to.port().isPresent() ? "nothing listens on" : "nobody is at";
    return Problem.of("%s %s%s, so this proves nothing".formatted(what, place(owner), protocol()))
        .details(List.of("from %s: %s: %s".formatted(where, to.spoken(), answer.words())));
  }

  private String place(Optional<String> owner) {
    String host = owner.orElse(to.address());
    return to.port().map(port -> host + ":" + port).orElse(host);
  }

  private String protocol() {
    return to.protocol().equals("udp") ? "/udp" : "";
  }
}
