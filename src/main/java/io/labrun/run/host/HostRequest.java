package io.labrun.run.host;

import io.labrun.plan.HostContainer;
import io.labrun.run.engine.ContainerRequest;
import io.labrun.run.engine.Endpoint;
import io.labrun.run.lab.OwnSpec;
import io.labrun.scenario.spec.ContainerSpec;
import io.labrun.scenario.spec.HostSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A host as it is to be made: a container of an image with an engine.
 *
 * @param key the host's key, by which the others find it
 * @param spec what the scenario says
 * @param name its full name
 * @param labels all its labels
 * @param place its place on the network that the hosts share
 */
record HostRequest(
    String key, HostSpec spec, String name, Map<String, String> labels, Endpoint place) {
  ContainerRequest toRequest() {
    return new ContainerRequest(
        name,
        labels,
        container(),
        HostContainer.ENVIRONMENT,
        List.of(place),
        Map.of(),
        Map.of(),
        Path.of("/"));
  }

  private ContainerSpec container() {
    return OwnSpec.of(key, spec.image())
        .words("entrypoint", "sh", HostContainer.SCRIPT)
        .text("hostname", key)
        .words("cap_add", HostContainer.CAPABILITIES)
        .words("security_opt", HostContainer.SECURITY)
        .words("tmpfs", HostContainer.IN_MEMORY)
        .spec();
  }
}
