package io.labrun.docker;

import com.github.dockerjava.api.model.DockerObjectAccessor;
import com.github.dockerjava.api.model.ServiceSpec;
import io.labrun.run.engine.ServiceRequest;
import io.labrun.scenario.spec.DeploySpec;
import io.labrun.scenario.spec.PortSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says in the Engine API's words what a service is to be ({@code POST /services/create}); many of
 * them docker-java's own model does not know.
 */
final class ServiceBody {
  private ServiceBody() {}

  /** The specification of a service. */
  static Map<String, Object> of(ServiceRequest request, Path home) {
    DeploySpec deploy = request.spec().deploy();
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("Name", request.name());
    out.put("Labels", request.labels());
    out.put("TaskTemplate", TaskBody.of(request, home));
    out.put("Mode", mode(deploy));
    out.put("EndpointSpec", endpoint(request));
    put(out, "UpdateConfig", deploy.update().map(ServiceBody::update));
    put(out, "RollbackConfig", deploy.rollback().map(ServiceBody::update));
    return out;
  }

  /** The same as docker-java's commands want it. */
  static ServiceSpec spec(Map<String, Object> body) {
    ServiceSpec out = new ServiceSpec();
    body.forEach((key, value) -> DockerObjectAccessor.overrideRawValue(out, key, value));
    return out;
  }

  /** Puts a value that is there. */
  static void put(Map<String, Object> out, String key, Optional<?> value) {
    value.ifPresent(there -> out.put(key, there));
  }

  /** Processors' worth of time as the engine counts it. */
  static long nanoCpus(double cpus) {
    return Math.round(cpus * 1e9);
  }

  private static Map<String, Object> mode(DeploySpec deploy) {
    return deploy.mode() == DeploySpec.Mode.GLOBAL
        ? Map.of("Global", Map.of())
        : Map.of("Replicated", Map.of("Replicas", deploy.wanted()));
  }

  private static Map<String, Object> endpoint(ServiceRequest request) {
    Map<String, Object> out = new LinkedHashMap<>();
    put(out, "Mode", request.spec().deploy().endpointMode());
    out.put("Ports", request.spec().networking().ports().stream().map(ServiceBody::port).toList());
    return out;
  }

  private static Map<String, Object> port(PortSpec port) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("Protocol", port.protocol());
    out.put("TargetPort", port.target());
    put(out, "PublishedPort", port.published());
    out.put("PublishMode", port.mode());
    return out;
  }

  private static Map<String, Object> update(DeploySpec.Update update) {
    Map<String, Object> out = new LinkedHashMap<>();
    // Without a number the engine would take 0, which means all at once.
    out.put("Parallelism", update.parallelism().orElse(1L));
    put(out, "Delay", update.delay().map(Duration::toNanos));
    put(out, "FailureAction", update.failureAction());
    put(out, "Monitor", update.monitor().map(Duration::toNanos));
    put(out, "MaxFailureRatio", update.maxFailureRatio());
    put(out, "Order", update.order());
    return out;
  }

  /** The networks of a task: where, and under which further names. */
  static List<Map<String, Object>> networks(ServiceRequest request) {
    return request.endpoints().stream()
        .map(at -> Map.<String, Object>of("Target", at.networkId(), "Aliases", at.aliases()))
        .toList();
  }
}
