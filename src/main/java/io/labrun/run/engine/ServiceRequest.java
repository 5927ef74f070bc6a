package io.labrun.run.engine;

import io.labrun.scenario.spec.ServiceSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A Swarm service to make, or what one is to become.
 *
 * @param name its full name
 * @param labels all labels of the service itself, the author's and ours
 * @param taskLabels all labels of its tasks' containers, the author's and ours
 * @param spec what the scenario says, live values looked up
 * @param environment all variables with their values; replaces those of {@code spec}
 * @param endpoints its networks; addresses are the swarm's choice
 * @param volumeNames full names of declared volumes by key
 * @param folder where relative paths of bind mounts start
 * @param force whether an update replaces also tasks that are as they should be
 */
public record ServiceRequest(
    String name,
    Map<String, String> labels,
    Map<String, String> taskLabels,
    ServiceSpec spec,
    Map<String, String> environment,
    List<Endpoint> endpoints,
    Map<String, String> volumeNames,
    Path folder,
    boolean force) {}
