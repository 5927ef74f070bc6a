package io.labrun.load.rule;

import io.labrun.scenario.Data;
import io.labrun.scenario.Resource;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.View;
import io.labrun.source.Diagnostic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** With `network_mode` a container has no networks, and only what that mode leaves it to say. */
final class NetworkModeRule implements Rule {
  private static final List<String> OWN_NAMESPACE =
      List.of(
          "ports",
          "expose",
          "hostname",
          "dns",
          "dns_search",
          "dns_opt",
          "extra_hosts",
          "mac_address");

  /** What the engine refuses or passes over, by mode. */
  private static final Map<String, List<String>> USELESS =
      Map.of(
          "bridge", List.of(),
          "none", List.of("ports"),
          "host", List.of("ports", "expose", "mac_address"),
          "container", OWN_NAMESPACE);

  @Override
  public void check(Draft draft, Consumer<Diagnostic> report) {
    for (Resource container : draft.scenario().containers().values()) {
      Optional<String> mode =
          new View(container.body(), TextResolver.AS_WRITTEN).text("network_mode");
      mode.ifPresent(written -> check(container, written, report));
    }
  }

  private static void check(Resource container, String mode, Consumer<Diagnostic> report) {
    Data.Mapping body = container.body();
    if (body.entry("networks").isPresent()) {
      report.accept(
          Diagnostic.at(
                  body.spanOfKey("networks"),
                  "network-mode",
                  "`networks` and `network_mode` exclude each other")
              .label(
                  "`network_mode: "
                      + mode
                      + "` stands in line "
                      + body.spanOfKey("network_mode").line()));
    }
    for (String key : USELESS.getOrDefault(mode.split(":")[0], List.of())) {
      if (body.entry(key).isPresent()) {
        report.accept(
            Diagnostic.at(
                    body.spanOfKey(key),
                    "network-mode",
                    "`" + key + "` does nothing with `network_mode: " + mode + "`")
                .label(reason(mode)));
      }
    }
  }

  private static String reason(String mode) {
    return switch (mode) {
      case "none" -> "there is no network to publish to";
      case "host" -> "the container uses the host's own network";
      default -> "the other container's network is used as it is";
    };
  }
}
