package io.labrun.run.lab;

import io.labrun.plan.Placement;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.ObjectKind;
import io.labrun.run.engine.SwarmNode;
import io.labrun.run.engine.Tree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The nodes of the swarms that a lab's services are on.
 *
 * <p>Safe for use by several threads at once.
 */
public final class SwarmNodes {
  private final Lab lab;
  private final Map<String, String> hosts = new ConcurrentHashMap<>();

  SwarmNodes(Lab lab) {
    this.lab = lab;
  }

  /** What to call the tasks of a service, on the nodes that its swarm has now. */
  public TaskNames names(String service) {
    Map<String, String> out = new HashMap<>();
    all(service).forEach(node -> out.put(node.id(), node.hostname()));
    return new TaskNames(service, out);
  }

  /** How the nodes of a service's swarm are, and which labels they have, a line each. */
  public List<String> told(String service) {
    return all(service).stream().map(SwarmNodes::told).sorted().toList();
  }

  private static String told(SwarmNode node) {
    String labels =
        node.labels().entrySet().stream()
            .map(label -> ", node.labels." + label.getKey() + " " + label.getValue())
            .sorted()
            .collect(Collectors.joining());
    String free =
        isReady(node) ? "" : ", takes no tasks: " + node.state() + ", " + node.availability();
    return "the node %s: node.role %s%s%s"
        .formatted(node.hostname(), node.role(), labels.isEmpty() ? ", no labels" : labels, free);
  }

  /** How many nodes of a service's swarm take tasks now. */
  public long ready(String service) {
    return all(service).stream().filter(SwarmNodes::isReady).count();
  }

  private static boolean isReady(SwarmNode node) {
    return node.state().equals("ready") && node.availability().equals("active");
  }

  private List<SwarmNode> all(String service) {
    return lab.engineOfService(service).swarm().nodes();
  }

  /** On which host a node is; looks at the engines where that is not known yet. */
  Optional<String> hostOf(String nodeId) {
    if (!hosts.containsKey(nodeId)) {
      note(Placement.MAIN, lab.engine());
      lab.hosts().all().forEach(this::note);
    }
    return Optional.ofNullable(hosts.get(nodeId));
  }

  private void note(String host, Engine engine) {
    new Tree(engine.inspect(ObjectKind.ENGINE, ""))
        .text("Swarm", "NodeID")
        .ifPresent(node -> hosts.put(node, host));
  }
}
