package io.labrun.docker;

import com.github.dockerjava.api.command.CreateVolumeCmd;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.EngineException.Kind;
import io.labrun.run.engine.VolumeRequest;
import java.util.Map;

/** Volumes. */
final class Volumes {
  private final Wire wire;

  Volumes(Wire wire) {
    this.wire = wire;
  }

  /**
   * Makes a volume and gives its name.
   *
   * <p>The engine answers "created" for one that exists; its labels tell whether it is ours. Taking
   * a stranger's volume for our own would end in removing it.
   */
  String create(VolumeRequest request) {
    var made =
        wire.command(
            "making the volume " + request.name(),
            client -> command(client.createVolumeCmd(), request).exec());
    Map<String, String> labels = made.getLabels() == null ? Map.of() : made.getLabels();
    if (!labels.equals(request.labels())) {
      throw new EngineException(
          Kind.CONFLICT, "there is a volume \"" + request.name() + "\" already");
    }
    return made.getName();
  }

  private static CreateVolumeCmd command(CreateVolumeCmd command, VolumeRequest request) {
    request.spec().driver().ifPresent(command::withDriver);
    return command
        .withName(request.name())
        .withDriverOpts(request.spec().options())
        .withLabels(request.labels());
  }

  /** Removes a volume. */
  void remove(String name) {
    try {
      wire.command("removing the volume " + name, client -> client.removeVolumeCmd(name).exec());
    } catch (EngineException e) {
      if (e.kind() != Kind.NOT_FOUND) {
        throw e;
      }
    }
  }
}
