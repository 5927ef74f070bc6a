package io.labrun.report.script;

import io.labrun.plan.Names;
import io.labrun.report.ShellQuote;
import io.labrun.scenario.spec.DeploySpec;
import io.labrun.scenario.spec.NetworkingSpec;
import io.labrun.scenario.spec.PortSpec;
import io.labrun.scenario.spec.ProcessSpec;
import io.labrun.scenario.spec.ServiceSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The options of {@code docker service create} for a declared service. */
final class ServiceOptions {
  private final Names names;
  private final Options options = new Options();
  private final AlikeOptions alike;

  private ServiceOptions(Names names) {
    this.names = names;
    this.alike = new AlikeOptions(options, names);
  }

  /** All words after {@code docker service create}, not quoted yet. */
  static List<String> of(String key, ServiceSpec spec, Names names) {
    ServiceOptions out = new ServiceOptions(names);
    out.options.add("--name", names.services().get(key));
    out.networking(key, spec.networking());
    out.process(spec.process());
    spec.storage().mounts().forEach(out.alike::mount);
    out.options.flag("--read-only", spec.storage().readOnly());
    spec.limits()
        .ulimits()
        .forEach((name, u) -> out.options.add("--ulimit", name + "=" + u.soft() + ":" + u.hard()));
    out.options
        .each("--cap-add", spec.security().capAdd())
        .each("--cap-drop", spec.security().capDrop())
        .pairs("--sysctl", spec.security().sysctls())
        .pairs("--container-label", spec.labels());
    spec.healthcheck().ifPresent(out.alike::healthcheck);
    out.deploy(spec.deploy());
    return out.withCommand(spec);
  }

  private List<String> withCommand(ServiceSpec spec) {
    spec.process().entrypoint().ifPresent(e -> options.add("--entrypoint", ShellQuote.words(e)));
    List<String> out = new ArrayList<>(options.words());
    out.add(spec.image());
    out.addAll(spec.process().command().orElse(List.of()));
    return out;
  }

  private void networking(String key, NetworkingSpec networking) {
    for (NetworkingSpec.Attachment place : networking.attachments()) {
      StringBuilder text = new StringBuilder("name=");
      text.append(names.networks().getOrDefault(place.network(), place.network()));
      text.append(",alias=").append(key);
      place.aliases().forEach(alias -> text.append(",alias=").append(alias));
      options.add("--network", text.toString());
    }
    networking.ports().forEach(port -> options.add("--publish", port(port)));
    options
        .each("--dns", networking.dns())
        .each("--dns-search", networking.dnsSearch())
        .each("--dns-option", networking.dnsOptions());
    networking.extraHosts().forEach((host, address) -> options.add("--host", host + ":" + address));
  }

  private static String port(PortSpec port) {
    return "mode=%s,protocol=%s,target=%d".formatted(port.mode(), port.protocol(), port.target())
        + port.published().map(published -> ",published=" + published).orElse("");
  }

  private void process(ProcessSpec process) {
    alike.environment(process);
    options
        .add("--user", process.user())
        .each("--group", process.groups())
        .add("--workdir", process.workingDir())
        .add("--hostname", process.hostname())
        .flag("--tty", process.tty())
        .flag("--init", process.init())
        .add("--stop-signal", process.stopSignal())
        .add("--stop-grace-period", AlikeOptions.time(process.stopGracePeriod()));
  }

  private void deploy(DeploySpec deploy) {
    boolean global = deploy.mode() == DeploySpec.Mode.GLOBAL;
    options
        .add("--mode", global ? Optional.of("global") : Optional.empty())
        .add("--replicas", deploy.replicas())
        .add("--endpoint-mode", deploy.endpointMode())
        .each("--constraint", deploy.placement().constraints())
        .each(
            "--placement-pref",
            deploy.placement().spread().stream().map(label -> "spread=" + label).toList())
        .add("--replicas-max-per-node", deploy.placement().maxReplicasPerNode())
        .add("--limit-cpu", deploy.limits().cpus())
        .add("--limit-memory", deploy.limits().memory())
        .add("--limit-pids", deploy.limits().pids())
        .add("--reserve-cpu", deploy.reservations().cpus())
        .add("--reserve-memory", deploy.reservations().memory())
        .pairs("--label", deploy.labels());
    deploy.restart().ifPresent(this::restart);
    deploy.update().ifPresent(update -> update("--update", update));
    deploy.rollback().ifPresent(rollback -> update("--rollback", rollback));
  }

  private void restart(DeploySpec.Restart restart) {
    options
        .add("--restart-condition", restart.condition())
        .add("--restart-delay", AlikeOptions.time(restart.delay()))
        .add("--restart-max-attempts", restart.maxAttempts())
        .add("--restart-window", AlikeOptions.time(restart.window()));
  }

  private void update(String option, DeploySpec.Update update) {
    options
        .add(option + "-parallelism", update.parallelism())
        .add(option + "-delay", AlikeOptions.time(update.delay()))
        .add(option + "-failure-action", update.failureAction())
        .add(option + "-monitor", AlikeOptions.time(update.monitor()))
        .add(option + "-max-failure-ratio", update.maxFailureRatio())
        .add(option + "-order", update.order());
  }
}
