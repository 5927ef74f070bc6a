package io.labrun.run.host;

import io.labrun.event.Problem;
import io.labrun.run.engine.ExecRequest;
import io.labrun.run.engine.ExecResult;
import io.labrun.run.lab.Lab;
import io.labrun.run.lab.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Cuts hosts off from others, and undoes it, with rules of each host's own firewall.
 *
 * <p>Each drops all that comes from the other's address, before anything else is done with it:
 * packets for the host itself, for a published port, and those of an overlay network alike.
 */
public final class Cut {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** From one host to another. */
  private record Way(String from, String to) {}

  private final Lab lab;

  /** Cuts between the hosts of a lab. */
  public Cut(Lab lab) {
    this.lab = lab;
  }

  /**
   * Cuts these hosts off from all others, also from those that are switched on later; with each
   * other they still talk.
   */
  public void between(List<String> apart) {
    for (Way way : ways(apart)) {
      if (apart.contains(way.from()) != apart.contains(way.to())) {
        rule("-D", way);
        rule("-I", way);
      }
    }
  }

  /** Undoes all cuts between these hosts and any others, and with each other. */
  public void heal(List<String> back) {
    ways(back).forEach(way -> rule("-D", way));
  }

  /** From each of them to each other host, and back, where it ends at one that is switched on. */
  private Set<Way> ways(List<String> some) {
    Set<Way> out = new LinkedHashSet<>();
    some.forEach(lab.hosts()::engine);
    for (String one : some) {
      for (String other : lab.plan().scenario().hosts().keySet()) {
        if (!other.equals(one)) {
          out.add(new Way(one, other));
          out.add(new Way(other, one));
        }
      }
    }
    out.removeIf(way -> lab.hosts().find(way.to()).isEmpty());
    return out;
  }

  private void rule(String change, Way way) {
    List<String> rule =
        List.of("PREROUTING", "-s", lab.hosts().fixedAddress(way.from()), "-j", "DROP");
    List<String> command = new ArrayList<>(List.of("iptables", "-w", "-t", "mangle", change));
    command.addAll(rule);
    run(way.to(), command);
  }

  private void run(String host, List<String> command) {
    ExecResult result =
        lab.engine().exec(ExecRequest.of(lab.hosts().container(host), LIMIT, command));
    boolean absent =
        command.contains("-D") && result.stderr().contains("does a matching rule exist");
    if (!absent && !result.exitCode().equals(Optional.of(0))) {
      throw ProblemException.passing(
          Problem.of("the firewall of the host `" + host + "` could not be changed")
              .details(result.stderr().lines().toList()));
    }
  }
}
