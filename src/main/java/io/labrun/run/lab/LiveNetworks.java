package io.labrun.run.lab;

import io.labrun.event.Problem;
import io.labrun.run.engine.ObjectKind;
import io.labrun.run.engine.Tree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Live values of networks. */
final class LiveNetworks {
  private static final int BRIDGE_ID = 12;
  private final Lab lab;
  private final Map<String, Tree> seen = new HashMap<>();

  LiveNetworks(Lab lab) {
    this.lab = lab;
  }

  /** A value by one of the network's paths. */
  String value(String key, List<String> path) {
    Tree tree = seen.computeIfAbsent(key, this::look);
    String field = path.get(0);
    Optional<String> value =
        switch (field) {
          case "id" -> tree.text("Id");
          case "name" -> tree.text("Name");
          case "subnet" -> pool(tree, "Subnet");
          case "gateway" -> pool(tree, "Gateway").map(LiveNetworks::withoutPrefix);
          default -> hostInterface(tree);
        };
    return value.orElseThrow(
        () -> ProblemException.lasting(Problem.of("network `%s` has no %s".formatted(key, field))));
  }

  private Tree look(String key) {
    return new Tree(lab.engineOfNetwork(key).inspect(ObjectKind.NETWORK, lab.networks().get(key)));
  }

  private static Optional<String> pool(Tree tree, String field) {
    return tree.items("IPAM", "Config").stream()
        .flatMap(pool -> pool.text(field).stream())
        .findFirst();
  }

  private static String withoutPrefix(String address) {
    return address.replaceFirst("/.*", "");
  }

  /** The bridge itself, or the parent of a macvlan or ipvlan; the engine names bridges by id. */
  private static Optional<String> hostInterface(Tree tree) {
    return tree.text("Options", "com.docker.network.bridge.name")
        .or(() -> tree.text("Options", "parent"))
        .or(
            () ->
                tree.text("Id")
                    .filter(id -> tree.text("Driver").filter("bridge"::equals).isPresent())
                    .map(id -> "br-" + id.substring(0, BRIDGE_ID)));
  }
}
