package io.labrun.docker;

import io.labrun.run.engine.EngineException.Kind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an engine's message means.
 *
 * @param pattern found anywhere in the message
 * @param kind what it is for a run
 * @param sentence in our words; {@code $1} and so on are the pattern's groups
 */
record RefusalRule(Pattern pattern, Kind kind, String sentence) {

  /** A rule's outcome for one message. */
  record Match(Kind kind, String sentence) {}

  private static RefusalRule rule(String pattern, Kind kind, String sentence) {
    return new RefusalRule(Pattern.compile(pattern), kind, sentence);
  }

  private static final List<RefusalRule> RULES =
      List.of(
          rule(
              "Bind for (\\S+) failed: port is already allocated",
              Kind.CONFLICT,
              "port $1 of the host is published by another container already"),
          rule(
              "listen \\w+ (\\S+): bind: address already in use",
              Kind.CONFLICT,
              "port $1 of the host is used by another program"),
          rule(
              "listen \\w+ (\\S+): bind: cannot assign requested address",
              Kind.BAD_REQUEST,
              "the host has no address $1 to publish a port on"),
          rule(
              "container name \"/?([^\"]+)\" is already in use by container \"?(\\w{12})",
              Kind.CONFLICT,
              "the name \"$1\" is taken by the container $2"),
          rule(
              "network with name (\\S+) already exists",
              Kind.CONFLICT,
              "there is a network \"$1\" already"),
          rule(
              "non-overlapping IPv4 address pool|predefined address pools have been fully subnetted",
              Kind.CONFLICT,
              "the engine has no free subnet left: remove networks that nobody needs, or give the"
                  + " network a subnet of its own"),
          rule(
              "Address already in use",
              Kind.CONFLICT,
              "the address is taken by another container of that network"),
          rule(
              "Invalid address (\\S+): It does not belong to any of this network's subnets",
              Kind.BAD_REQUEST,
              "the address $1 lies in no subnet of the network"),
          rule(
              "in private \\(none\\) mode|\"[^\"]*\" is not supported: invalid network mode",
              Kind.CONFLICT,
              "the container was made without a network that others could join it on, so it can't be"
                  + " connected to one"),
          rule(
              "configured subnets",
              Kind.BAD_REQUEST,
              "a fixed address needs a network with a subnet of its own"),
          rule(
              "[Nn]o such image: ([^\\s]+?):?(?:\\s|$)",
              Kind.NOT_FOUND,
              "the engine has no image $1"),
          rule("No such exec instance", Kind.NOT_FOUND, "the command's container has gone"),
          rule("[Nn]o such container: (\\S+)", Kind.NOT_FOUND, "there is no container $1"),
          rule("network (\\S+) not found", Kind.NOT_FOUND, "there is no network $1"),
          rule("[Nn]o such network: (\\S+)", Kind.NOT_FOUND, "there is no network $1"),
          rule("get (\\S+): no such volume", Kind.NOT_FOUND, "there is no volume $1"),
          rule(
              "\"(\\S+)\" has associated containers with it",
              Kind.CONFLICT,
              "the network $1 has active endpoints: containers are on it"),
          rule("[Nn]o such volume: (\\S+)", Kind.NOT_FOUND, "there is no volume $1"),
          rule("[Ss]ervice (\\S+) not found", Kind.NOT_FOUND, "there is no service $1"),
          rule(
              "is not a swarm manager|not part of a swarm",
              Kind.NO_MANAGER,
              "the engine is no manager of a swarm"),
          rule(
              "does not have a leader",
              Kind.FAILED,
              "the swarm has no leader: more than half of its managers must answer"),
          rule("already part of a swarm", Kind.CONFLICT, "the engine belongs to a swarm already"),
          rule(
              "attaching to network failed.*context deadline exceeded",
              Kind.TIMEOUT,
              "the swarm's managers did not attach the container to its network in time"),
          rule("is paused", Kind.CONFLICT, "the container is paused"),
          rule("is not running", Kind.CONFLICT, "the container does not run"),
          rule(
              "remove (\\S+): volume is in use - \\[(\\w{12})",
              Kind.CONFLICT,
              "the volume $1 is used by the container $2"),
          rule(
              "plugin \"?([^\" ]+)\"? not found|could not find plugin (\\S+)"
                  + "|failed to find driver or plugin \"([^\"]+)\""
                  + "|unsupported driver ([^\\s:]+)",
              Kind.UNSUPPORTED,
              "the engine has no driver $1$2$3$4"),
          rule(
              "[Uu]nknown runtime specified (\\S+)",
              Kind.UNSUPPORTED,
              "the engine has no runtime $1"),
          rule(
              "unable to apply caps",
              Kind.UNSUPPORTED,
              "this machine lacks capabilities that the container asks for (privileged or cap_add),"
                  + " so it can't give them"),
          rule(
              "[Oo]peration not supported",
              Kind.UNSUPPORTED,
              "the engine's kernel can't do that: operation not supported"),
          rule(
              "^exec: \"ps\": executable file not found",
              Kind.UNSUPPORTED,
              "the engine's machine has no `ps`, with which the engine lists a container's"
                  + " processes"),
          rule(
              "exec: \"([^\"]*)\": (?:executable file not found|stat [^:]*: no such file)",
              Kind.BAD_REQUEST,
              "the image has no command \"$1\""),
          rule(
              "exec: \"([^\"]*)\": permission denied",
              Kind.BAD_REQUEST,
              "\"$1\" in the image is not executable"),
          rule(
              "bind source path does not exist: (\\S+)",
              Kind.BAD_REQUEST,
              "there is nothing at $1 on the engine's machine to mount"),
          rule(
              "mount path must be absolute",
              Kind.BAD_REQUEST,
              "a container mounts at an absolute path only"),
          rule(
              "[Mm]ounts denied",
              Kind.DENIED,
              "the engine may not mount that folder: share it in Docker Desktop, Settings,"
                  + " Resources, File sharing"),
          rule(
              "database not open|client connection is closing|transport is closing"
                  + "|dial unix \\S*containerd\\S*"
                  + "|failed to update store for object type .*: open : no such file",
              Kind.UNREACHABLE,
              "the engine is just being stopped"),
          rule(
              "no space left on device",
              Kind.NO_SPACE,
              "no space is left on the engine's disk (docker system df says what takes it)"),
          rule(
              "HTTP request to an HTTPS server",
              Kind.UNREACHABLE,
              "the engine there wants TLS: set DOCKER_TLS_VERIFY=1 and DOCKER_CERT_PATH"));

  /** What the first rule that fits makes of a message. */
  static Optional<Match> find(String message) {
    return RULES.stream().map(rule -> rule.apply(message)).flatMap(Optional::stream).findFirst();
  }

  private Optional<Match> apply(String message) {
    Matcher matcher = pattern.matcher(message);
    if (!matcher.find()) {
      return Optional.empty();
    }
    String text = sentence;
    for (int group = 1; group <= matcher.groupCount(); group++) {
      String value = matcher.group(group) == null ? "" : matcher.group(group);
      text = text.replace("$" + group, value);
    }
    return Optional.of(new Match(kind, text));
  }
}
