package io.labrun.run.engine;

import io.labrun.scenario.spec.ContainerSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A container to make.
 *
 * @param name its full name
 * @param labels all its labels, the author's and ours
 * @param spec what the scenario says, live values looked up
 * @param environment all variables with their values; replaces those of {@code spec}
 * @param endpoints its networks; empty for the default bridge or what {@code network_mode} says
 * @param volumeNames full names of declared volumes by key
 * @param containerIds ids of containers by key, for {@code container:KEY}
 * @param folder where relative paths of bind mounts start
 */
public record ContainerRequest(
    String name,
    Map<String, String> labels,
    ContainerSpec spec,
    Map<String, String> environment,
    List<Endpoint> endpoints,
    Map<String, String> volumeNames,
    Map<String, String> containerIds,
    Path folder) {}
