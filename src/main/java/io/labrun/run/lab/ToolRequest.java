package io.labrun.run.lab;

import io.labrun.plan.Labels;
import io.labrun.run.engine.ContainerRequest;
import io.labrun.scenario.spec.ContainerSpec;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A tool container as it is to be made.
 *
 * @param lab the lab it belongs to
 * @param image what it is made from
 * @param subject beside whom: a container's key, or the engine
 * @param labels what everything of the run carries
 */
record ToolRequest(Lab lab, String image, String subject, Map<String, String> labels) {
  /** No declared container can have this name: theirs go on with a hyphen. */
  String name() {
    return lab.plan().run() + "_probe_" + subject;
  }

  ContainerRequest toRequest() {
    Map<String, String> all = new LinkedHashMap<>(labels);
    all.put(Labels.KEY, subject);
    all.put(Labels.ROLE, Labels.PROBE_ROLE);
    return new ContainerRequest(
        name(), all, spec(), Map.of(), List.of(), Map.of(), lab.containers().all(), Path.of("/"));
  }

  /**
   * It sleeps; what it is for is run in it. Root may ping, whatever user the image names; Podman
   * wants it said.
   */
  private ContainerSpec spec() {
    boolean host =
        subject.equals(Probes.ENGINE) || lab.plan().scenario().hosts().containsKey(subject);
    return OwnSpec.of(subject, image)
        .words("entrypoint", "sleep", "2147483647")
        .text("user", "0")
        .words("cap_add", "NET_RAW")
        .text("network_mode", host ? "host" : "container:" + subject)
        .spec();
  }
}
