package io.labrun.cli;

import io.labrun.run.engine.Passwords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Options of what a scenario is told, and of which machines are its hosts. */
class MachineOptions extends ScenarioOptions {
  @Option(
      names = "--host-of",
      paramLabel = "HOST=URL",
      description =
          "A machine that is a host of the scenario, as --host names an engine; without it the host"
              + " is made for the run. May be repeated.")
  private Map<String, String> hosts = new LinkedHashMap<>();

  /** The machines that are hosts: how each one's engine is reached, by the host's key. */
  Map<String, String> hosts() {
    return hosts;
  }

  @Override
  List<String> words() {
    List<String> out = new ArrayList<>(super.words());
    hosts.forEach(
        (host, url) -> out.addAll(List.of("--host-of", host + "=" + Passwords.without(url))));
    return out;
  }
}
