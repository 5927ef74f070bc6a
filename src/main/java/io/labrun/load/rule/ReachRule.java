package io.labrun.load.rule;

import io.labrun.scenario.Call;
import io.labrun.scenario.Data;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.View;
import io.labrun.source.Diagnostic;
import java.util.function.Consumer;

/** `reach` by tcp or udp names a port, and by icmp names none. */
final class ReachRule implements Rule {
  @Override
  public void check(Draft draft, Consumer<Diagnostic> report) {
    for (Call call : Calls.all(draft.scenario())) {
      if (call.kind().equals("reach")) {
        check(draft, call.arguments(), report);
      }
    }
  }

  private static void check(Draft draft, Data.Mapping map, Consumer<Diagnostic> report) {
    String protocol = new View(map, TextResolver.AS_WRITTEN).text("protocol").orElse("");
    boolean port = map.entry("port").isPresent();
    if (protocol.equals("icmp") && port) {
      report.accept(
          Diagnostic.at(map.spanOfKey("port"), "bad-port", "a ping has no port")
              .label("leave it out, or `protocol: tcp`"));
    } else if (!protocol.isEmpty() && !protocol.equals("icmp") && !port && draft.isWhole(map)) {
      report.accept(
          Diagnostic.at(
              map.spanOfValue("protocol"),
              "missing-key",
              "`protocol: " + protocol + "` needs a `port`"));
    }
  }
}
