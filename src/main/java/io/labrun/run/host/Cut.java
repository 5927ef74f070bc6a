package io.labrun.run.host;

import io.labrun.event.Problem;
import io.labrun.run.engine.ExecRequest;
import io.labrun.run.engine.ExecResult;
import io.labrun.run.lab.Lab;
import io.labrun.run.lab.ProblemException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Cuts hosts off from others, and undoes it, with rules of each host's own firewall.
 *
 * <p>A rule names the other's address and stands on both sides, so that not even one that answers
 * gets through; nobody's but the host's own network namespace has them.
 */
public final class Cut {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** The chains of what comes in and what goes out, each with the option that names the other. */
  private static final List<List<String>> RULES =
      List.of(List.of("INPUT", "-s"), List.of("OUTPUT", "-d"));

  /** From one host to another. */
  private record Way(String from, String to) {}

  private final Lab lab;

  /** Cuts between the hosts of a lab. */
  public Cut(Lab lab) {
    this.lab = lab;
  }

  /** Cuts these hosts off from all others that are switched on; with each other they still talk. */
  public void between(List<String> apart) {
    for (Way way : ways(apart)) {
      if (apart.contains(way.from()) != apart.contains(way.to())) {
        rules("-D", way);
        rules("-I", way);
      }
    }
  }

  /** Undoes all cuts between these hosts and any others, and with each other. */
  public void heal(List<String> back) {
    ways(back).forEach(way -> rules("-D", way));
  }

  /** From each of them to each other host that is switched on, and back. */
  private Set<Way> ways(List<String> some) {
    Set<Way> out = new LinkedHashSet<>();
    some.forEach(lab.hosts()::engine);
    for (String one : some) {
      for (String other : lab.hosts().all().keySet()) {
        if (!other.equals(one)) {
          out.add(new Way(one, other));
          out.add(new Way(other, one));
        }
      }
    }
    return out;
  }

  private void rules(String change, Way way) {
    String address = Underlay.address(lab, way.to());
    for (List<String> rule : RULES) {
      run(
          way.from(),
          List.of("iptables", "-w", change, rule.get(0), rule.get(1), address, "-j", "DROP"));
    }
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
