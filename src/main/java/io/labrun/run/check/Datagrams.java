package io.labrun.run.check;

import io.labrun.event.Problem;
import io.labrun.run.check.Answer.Kind;
import io.labrun.run.engine.ExecResult;
import io.labrun.run.lab.ProblemException;
import java.util.List;
import java.util.Optional;

/**
 * Sends UDP datagrams.
 *
 * <p>UDP has no connections, and many services answer only what they understand. So a target is
 * reached if something answers, or if the counters of its own network namespace show that all
 * datagrams came to a socket on that port; it is refused if its kernel says that there is none. The
 * datagrams are name queries, because that is what every busybox can send.
 */
record Datagrams(CheckContext context) {
  private static final int SENT = 3;
  private static final String SEND =
      """
      command -v nslookup >/dev/null || { echo 'nslookup: not found' >&2; exit 127; }
      for i in 1 2 3; do
        timeout "$2" nslookup -type=a labrun.invalid "$1" &
      done
      wait
      exit 0
      """;
  private static final String COUNT = "cat /proc/net/snmp /proc/net/udp /proc/net/udp6 2>/dev/null";

  Answer send(String from, Destination to) {
    Optional<UdpCounters> before = to.owner().map(owner -> count(owner, to));
    Tool tool = new Tool(context, from);
    ExecResult result = tool.run(SEND, List.of(address(to), patience()));
    Optional<Answer> refused = Dialer.refusal(result.stderr()).filter(a -> !isSilence(a));
    if (refused.isPresent()) {
      return refused.get();
    }
    if (result.stdout().contains("Server:")) {
      return Answer.of(Kind.ANSWERED);
    }
    if (before.isEmpty()) {
      throw ProblemException.passing(
          Problem.of(
                  "%s did not answer, and whether datagrams arrive can't be seen there"
                      .formatted(to.spoken()))
              .help("with `udp`, go to a container of the scenario, or to a service that answers"));
    }
    UdpCounters after = count(to.owner().get(), to);
    return Answer.of(after.since(before.get()) >= SENT ? Kind.ARRIVED : Kind.SILENT);
  }

  private static boolean isSilence(Answer answer) {
    return answer.kind() == Kind.SILENT;
  }

  private UdpCounters count(String owner, Destination to) {
    ExecResult result = new Tool(context, owner).run(COUNT, List.of());
    return UdpCounters.parse(result.stdout(), Integer.parseInt(to.port().orElseThrow()));
  }

  private static String address(Destination to) {
    String host = to.address().contains(":") ? "[" + to.address() + "]" : to.address();
    return host + ":" + to.port().orElseThrow();
  }

  private String patience() {
    return Long.toString(Tool.patience(context.timeout()));
  }
}
