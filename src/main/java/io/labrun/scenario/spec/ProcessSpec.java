package io.labrun.scenario.spec;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What runs in a container.
 *
 * @param command words; empty for the image's own
 * @param entrypoint words; empty for the image's own
 * @param envFiles files of further variables, which {@code environment} overrules
 * @param environment by name; a name without a value takes it from labrun's own environment
 * @param user {@code user[:group]}; empty for the image's own
 * @param groups further groups
 * @param workingDir an absolute path; empty for the image's own
 * @param hostname empty for the engine's choice
 * @param domainname empty for none
 * @param tty whether it has a terminal
 * @param stdinOpen whether its input stays open
 * @param init whether a small init runs as process 1
 * @param stopSignal empty for the image's own
 * @param stopGracePeriod time from the stop signal to the kill; empty for the engine's 10 s
 */
public record ProcessSpec(
    Optional<List<String>> command,
    Optional<List<String>> entrypoint,
    List<EnvFileSpec> envFiles,
    Map<String, Optional<String>> environment,
    Optional<String> user,
    List<String> groups,
    Optional<String> workingDir,
    Optional<String> hostname,
    Optional<String> domainname,
    boolean tty,
    boolean stdinOpen,
    boolean init,
    Optional<String> stopSignal,
    Optional<Duration> stopGracePeriod) {

  static ProcessSpec read(View view) {
    return new ProcessSpec(
        view.words("command"),
        view.words("entrypoint"),
        EnvFileSpec.readAll(view),
        view.listOrMap("environment", '='),
        view.text("user"),
        view.texts("group_add"),
        view.text("working_dir"),
        view.text("hostname"),
        view.text("domainname"),
        view.flag("tty"),
        view.flag("stdin_open"),
        view.flag("init"),
        view.text("stop_signal"),
        view.duration("stop_grace_period"));
  }

  /** The same with another command, if there is one, and further variables. */
  ProcessSpec with(Optional<List<String>> otherCommand, Map<String, Optional<String>> variables) {
    Map<String, Optional<String>> all = new LinkedHashMap<>(environment);
    all.putAll(variables);
    return new ProcessSpec(
        otherCommand.or(() -> command),
        entrypoint,
        envFiles,
        all,
        user,
        groups,
        workingDir,
        hostname,
        domainname,
        tty,
        stdinOpen,
        init,
        stopSignal,
        stopGracePeriod);
  }
}
