package io.labrun.run.engine;

import java.util.Map;

/**
 * An engine that belongs to a swarm, as a manager sees it.
 *
 * @param id its id within the swarm
 * @param hostname the host name of its machine
 * @param role {@code manager} or {@code worker}
 * @param state {@code ready}, {@code down}, {@code disconnected} or {@code unknown}
 * @param availability {@code active}, {@code pause} or {@code drain}
 * @param leader whether it is the manager that leads
 * @param address where it is reached
 * @param labels its labels, those that constraints name as {@code node.labels}
 */
public record SwarmNode(
    String id,
    String hostname,
    String role,
    String state,
    String availability,
    boolean leader,
    String address,
    Map<String, String> labels) {}
