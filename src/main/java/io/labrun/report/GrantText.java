package io.labrun.report;

import io.labrun.scenario.Grant;
import io.labrun.scenario.Named;
import io.labrun.scenario.Scenario;
import java.util.List;

/** What a grant is, and what it lets a scenario do, in words for whoever must decide. */
public final class GrantText {
  private GrantText() {}

  /**
   * The option that gives a scenario what it asks for, as words; none where it asks for nothing.
   */
  static List<String> words(Scenario scenario) {
    List<String> grants = scenario.requires().grants().stream().map(Named::name).toList();
    return grants.isEmpty() ? List.of() : List.of("--allow", String.join(",", grants));
  }

  /** What is asked for, to stand after "it asks for". */
  public static String noun(Grant grant) {
    return switch (grant) {
      case PRIVILEGED -> "a container without walls";
      case DOCKER_SOCKET -> "the Docker socket";
      case HOST_NETWORK -> "this machine's own network";
      case HOST_PATHS -> "files outside its own folder";
      case HOST_NAMESPACES -> "this machine's processes or memory";
      case CAPABILITIES -> "more power over the kernel";
      case DEVICES -> "this machine's devices";
      case SWARM -> "a swarm of your engines";
    };
  }

  /** What whoever has it can do: whole sentences. */
  public static String consequence(Grant grant) {
    return switch (grant) {
      case PRIVILEGED ->
          "Nothing is left between it and this machine: it can read and change every file, every"
              + " device and every other container.";
      case DOCKER_SOCKET ->
          "Whoever has it controls this machine's engine: every container, every image, and"
              + " through a bind mount every file.";
      case HOST_NETWORK ->
          "Whoever is on it reaches what this machine reaches: services that listen on localhost"
              + " only, the neighbours on your LAN, networks of other containers.";
      case HOST_PATHS ->
          "What lies there can be read and, unless it is mounted read-only, changed and deleted:"
              + " your files and keys, and through the system's own files the whole machine.";
      case HOST_NAMESPACES ->
          "Whoever shares them sees every program that runs here, with its arguments, and can"
              + " disturb, stop or look into what its user may.";
      case CAPABILITIES ->
          "These are powers of an administrator. Some stay inside the container, as NET_ADMIN does"
              + " with its own network; others, SYS_ADMIN above all, open the whole machine.";
      case DEVICES ->
          "Whoever has one reads and writes it directly: a disk with all its files, a camera, a"
              + " graphics card.";
      case SWARM ->
          "It changes an engine as a whole while the scenario runs: with other machines in the"
              + " swarm it opens ports to them. labrun takes out again what it put in.";
    };
  }
}
