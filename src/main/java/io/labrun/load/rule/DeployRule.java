package io.labrun.load.rule;

import io.labrun.scenario.Call;
import io.labrun.scenario.Data;
import io.labrun.scenario.Resource;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.DeploySpec;
import io.labrun.scenario.spec.PortSpec;
import io.labrun.scenario.spec.ServiceSpec;
import io.labrun.scenario.spec.View;
import io.labrun.source.Diagnostic;
import java.util.function.Consumer;

/**
 * A global service has no replicas, and one whose name leads to all tasks ({@code dnsrr}) publishes
 * no ports on every node.
 */
final class DeployRule implements Rule {
  private static final String DEPLOY = "deploy";

  @Override
  public void check(Draft draft, Consumer<Diagnostic> report) {
    for (Resource service : draft.scenario().services().values()) {
      if (draft.isWhole(service.body())) {
        ServiceSpec spec = ServiceSpec.read(service, TextResolver.AS_WRITTEN);
        replicas(service, spec.deploy(), report);
        ports(service, spec, report);
      }
    }
    for (Call call : Calls.all(draft.scenario())) {
      if (call.kind().equals("scale")) {
        scale(draft, call, report);
      }
    }
  }

  private static void replicas(Resource service, DeploySpec deploy, Consumer<Diagnostic> report) {
    Data.Mapping written = new View(service.body(), TextResolver.AS_WRITTEN).view(DEPLOY).map();
    if (deploy.mode() == DeploySpec.Mode.GLOBAL && deploy.replicas().isPresent()) {
      report.accept(
          Diagnostic.at(
                  written.spanOfKey("replicas"), "no-replicas", "a global service has no replicas")
              .label("it has one task on each node")
              .help("`mode: replicated` has as many as you say, wherever there is room."));
    }
    if (deploy.mode() == DeploySpec.Mode.GLOBAL
        && deploy.placement().maxReplicasPerNode().isPresent()) {
      report.accept(
          Diagnostic.at(
              new View(written, TextResolver.AS_WRITTEN)
                  .view("placement")
                  .map()
                  .spanOfKey("max_replicas_per_node"),
              "no-replicas",
              "a global service has one task on each node anyway"));
    }
  }

  private static void ports(Resource service, ServiceSpec spec, Consumer<Diagnostic> report) {
    boolean ingress =
        spec.networking().ports().stream().anyMatch(port -> port.mode().equals(PortSpec.INGRESS));
    if (ingress && spec.deploy().endpointMode().filter("dnsrr"::equals).isPresent()) {
      report.accept(
          Diagnostic.at(
                  service.body().spanOfKey("ports"),
                  "no-ingress",
                  "with `endpoint_mode: dnsrr` a port cannot be published on every node")
              .help(
                  "On the nodes that have a task it can:"
                      + " `ports: [{target: 80, published: 8080, mode: host}]`"));
    }
  }

  private static void scale(Draft draft, Call call, Consumer<Diagnostic> report) {
    View view = new View(call.arguments(), TextResolver.AS_WRITTEN);
    Resource service = draft.scenario().services().get(view.text("service").orElse(""));
    if (service != null
        && ServiceSpec.read(service, TextResolver.AS_WRITTEN).deploy().mode()
            == DeploySpec.Mode.GLOBAL) {
      report.accept(
          Diagnostic.at(
                  call.arguments().spanOfValue("service"),
                  "no-replicas",
                  "`" + service.key() + "` is global: it has one task on each node")
              .label("it cannot be scaled"));
    }
  }
}
