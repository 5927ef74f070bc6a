package io.labrun.report.script;

import io.labrun.plan.Names;
import io.labrun.report.ShellQuote;
import io.labrun.scenario.spec.Healthcheck;
import io.labrun.scenario.spec.MountSpec;
import io.labrun.scenario.spec.ProcessSpec;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The options that {@code docker create} and {@code docker service create} have alike.
 *
 * @param options takes them
 * @param names the full names of what is mounted
 */
record AlikeOptions(Options options, Names names) {

  /** Those of an environment. */
  void environment(ProcessSpec process) {
    process.envFiles().forEach(file -> options.add("--env-file", file.path()));
    process
        .environment()
        .forEach((name, value) -> options.add("--env", name + value.map(v -> "=" + v).orElse("")));
  }

  /** The one of a mount. */
  void mount(MountSpec mount) {
    StringBuilder text = new StringBuilder("type=");
    text.append(mount.type().name().toLowerCase(Locale.ROOT));
    if (!mount.source().isEmpty()) {
      String source = names.volumes().getOrDefault(mount.source(), mount.source());
      text.append(",source=").append(source);
    }
    text.append(",target=").append(mount.target());
    text.append(mount.readOnly() ? ",readonly" : "");
    text.append(mount.noCopy() ? ",volume-nocopy" : "");
    mount.propagation().ifPresent(p -> text.append(",bind-propagation=").append(p));
    mount.size().ifPresent(size -> text.append(",tmpfs-size=").append(size));
    mount.mode().ifPresent(mode -> text.append(",tmpfs-mode=").append(mode));
    options.add("--mount", text.toString());
  }

  /** Those of a health check. */
  void healthcheck(Healthcheck health) {
    options.flag("--no-healthcheck", health.isNone());
    if (!health.isNone() && health.test().size() > 1) {
      boolean shell = health.test().get(0).equals("CMD-SHELL");
      List<String> words = health.test().subList(1, health.test().size());
      options.add("--health-cmd", shell ? words.get(0) : ShellQuote.words(words));
    }
    options
        .add("--health-interval", time(health.interval()))
        .add("--health-timeout", time(health.timeout()))
        .add("--health-retries", health.retries())
        .add("--health-start-period", time(health.startPeriod()));
  }

  /** A time as both read it. */
  static Optional<String> time(Optional<Duration> time) {
    return time.map(t -> t.toMillis() + "ms");
  }
}
