package io.labrun.docker;

import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.EngineException.Kind;
import io.labrun.scenario.spec.NetworkSpec;
import io.labrun.scenario.spec.Subnet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says which network is in the way, where the engine only says that one is. */
final class Overlap {
  private static final String PODMANS = "is already used on the host or by another config";

  private final Wire wire;

  Overlap(Wire wire) {
    this.wire = wire;
  }

  /** The same failure, or a better one. */
  EngineException explain(EngineException failure, NetworkSpec wanted) {
    String words = failure.getMessage();
    if (!words.contains("overlap") && !words.contains(PODMANS)) {
      return failure;
    }
    List<String> subnets =
        wanted.pools().stream().map(NetworkSpec.Pool::subnet).flatMap(Optional::stream).toList();
    return subnets.isEmpty()
        ? new EngineException(Kind.CONFLICT, failure.getMessage(), failure)
        : new EngineException(Kind.CONFLICT, sentence(subnets), failure);
  }

  private String sentence(List<String> subnets) {
    for (Map<String, Object> network : wire.list("/networks")) {
      for (Map<String, Object> pool : Json.maps(Json.list(Json.map(network, "IPAM"), "Config"))) {
        String taken = Json.text(pool, "Subnet");
        for (String subnet : subnets) {
          if (overlap(subnet, taken)) {
            return "the subnet " + subnet + " overlaps with " + words(network, taken);
          }
        }
      }
    }
    return "the subnet "
        + String.join(", ", subnets)
        + " overlaps with a network or a route of the engine's machine";
  }

  private static boolean overlap(String one, String other) {
    return Subnet.parse(one).flatMap(a -> Subnet.parse(other).map(a::overlaps)).orElse(false);
  }

  private static String words(Map<String, Object> network, String taken) {
    String run = Json.texts(network, "Labels").getOrDefault("io.labrun.run", "");
    return "the network \""
        + Json.text(network, "Name")
        + "\" ("
        + taken
        + (run.isEmpty() ? "" : ", of the labrun run %s: labrun down %s removes it")
            .replace("%s", run)
        + ")";
  }
}
