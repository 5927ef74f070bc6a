package io.labrun.run.check;

import io.labrun.run.check.Answer.Kind;
import io.labrun.run.engine.ExecResult;
import io.labrun.run.lab.Probes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tries once to reach an address from a subject's network namespace.
 *
 * <p>Only what the network itself says is an answer: refused, silence, no route. Anything else,
 * such as a tool that is missing, is a problem.
 */
record Dialer(CheckContext context) {
  private static final String PING = "exec ping -c 1 -W \"$2\" ${3:+-I \"$3\"} \"$1\"";

  /** busybox's nc runs a program once it is connected; without one it would wait for the end. */
  private static final String CONNECT =
      """
      command -v nc >/dev/null || { echo 'nc: not found' >&2; exit 127; }
      now() { adjtimex 2>/dev/null | grep time.tv_; }
      exec 3>&1
      now
      nc -w "$3" "$1" "$2" -e sh -c 'echo connected >&3; adjtimex 2>/dev/null | grep time.tv_ >&3'
      """;

  private static final Pattern PING_TIME = Pattern.compile("time=([0-9.]+) ms");
  private static final Pattern CLOCK =
      Pattern.compile("time\\.tv_sec:\\s+(\\d+)\\s+time\\.tv_usec:\\s+(\\d+)");

  /** Tries it. */
  Answer dial(String from, Destination to) {
    if (from.equals(Probes.ENGINE) && !to.protocol().equals("icmp")) {
      new ParentInterface(context.lab()).refuse(to);
    }
    return switch (to.protocol()) {
      case "icmp" -> ping(from, to);
      case "udp" -> new Datagrams(context).send(from, to);
      default -> connect(from, to);
    };
  }

  private Answer ping(String from, Destination to) {
    Tool tool = new Tool(context, from);
    ExecResult result = tool.run(PING, List.of(to.address(), patience(), out(from, to)));
    Matcher time = PING_TIME.matcher(result.stdout());
    if (result.exitCode().orElseThrow() == 0) {
      return new Answer(
          Kind.ANSWERED,
          time.find()
              ? OptionalDouble.of(Double.parseDouble(time.group(1)))
              : OptionalDouble.empty());
    }
    return refusal(result.stderr()).or(() -> lost(result)).orElseThrow(() -> tool.strange(result));
  }

  /** The interface to go out of, or an empty text where the route says it. */
  private String out(String from, Destination to) {
    return from.equals(Probes.ENGINE)
        ? new ParentInterface(context.lab()).towards(to).orElse("")
        : "";
  }

  private static Optional<Answer> lost(ExecResult result) {
    return result.stdout().contains("100% packet loss")
        ? Optional.of(Answer.of(Kind.SILENT))
        : Optional.empty();
  }

  private Answer connect(String from, Destination to) {
    Tool tool = new Tool(context, from);
    ExecResult result =
        tool.run(CONNECT, List.of(to.address(), to.port().orElseThrow(), patience()));
    return result.stdout().contains("connected")
        ? new Answer(Kind.CONNECTED, elapsed(result.stdout()))
        : refusal(result.stderr()).orElseThrow(() -> tool.strange(result));
  }

  /** What an error message says of the network. */
  static Optional<Answer> refusal(String message) {
    if (message.contains("refused")) {
      return Optional.of(Answer.of(Kind.REFUSED));
    }
    if (message.contains("timed out")) {
      return Optional.of(Answer.of(Kind.SILENT));
    }
    boolean noRoute = message.contains("unreachable") || message.contains("No route to host");
    return noRoute ? Optional.of(Answer.of(Kind.NO_ROUTE)) : Optional.empty();
  }

  private static OptionalDouble elapsed(String stdout) {
    Matcher clock = CLOCK.matcher(stdout.replace("connected\n", ""));
    if (!clock.find()) {
      return OptionalDouble.empty();
    }
    long before = micros(clock);
    return clock.find()
        ? OptionalDouble.of(Math.max(0, micros(clock) - before) / 1000.0)
        : OptionalDouble.empty();
  }

  private static long micros(Matcher clock) {
    return Long.parseLong(clock.group(1)) * 1_000_000 + Long.parseLong(clock.group(2));
  }

  private String patience() {
    return Long.toString(Tool.patience(context.timeout()));
  }
}
