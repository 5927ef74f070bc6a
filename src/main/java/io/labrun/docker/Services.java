package io.labrun.docker;

import com.github.dockerjava.api.command.CreateServiceCmd;
import com.github.dockerjava.api.command.UpdateServiceCmd;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.EngineException.Kind;
import io.labrun.run.engine.ObjectKind;
import io.labrun.run.engine.Reference;
import io.labrun.run.engine.ServiceRequest;
import io.labrun.run.engine.SwarmTask;
import io.labrun.run.engine.Tree;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Makes services of a swarm, changes them and looks at their tasks. */
final class Services {
  private static final Duration CHANGED_BESIDE = Duration.ofSeconds(5);

  private final Wire wire;
  private final RegistryLogins logins;
  private final Inspection inspection;
  private final Path home;

  Services(Wire wire, RegistryLogins logins, Path home) {
    this.wire = wire;
    this.logins = logins;
    this.inspection = new Inspection(wire);
    this.home = home;
  }

  String create(ServiceRequest request) {
    return wire.command(
        "making the service " + request.name(),
        client -> {
          Map<String, Object> body = ServiceBody.of(request, home);
          CreateServiceCmd command = client.createServiceCmd(ServiceBody.spec(body));
          // The nodes fetch the image as the one who asks for the service.
          logins
              .forImage(Reference.parse(request.spec().image()))
              .auth()
              .ifPresent(command::withAuthConfig);
          return command.exec().getId();
        });
  }

  void scale(String id, long replicas) {
    change(
        id,
        old -> {
          if (!Json.map(old, "Mode").containsKey("Replicated")) {
            throw new EngineException(
                Kind.BAD_REQUEST, "a global service has one task on each node, and no replicas");
          }
          Map<String, Object> spec = new LinkedHashMap<>(old);
          spec.put("Mode", Map.of("Replicated", Map.of("Replicas", replicas)));
          return spec;
        });
  }

  void update(String id, ServiceRequest request) {
    change(
        id,
        old -> {
          Map<String, Object> spec = ServiceBody.of(request, home);
          spec.put("Mode", old.get("Mode"));
          Map<String, Object> task = new LinkedHashMap<>(Json.map(spec, "TaskTemplate"));
          long forced = Json.number(Json.map(old, "TaskTemplate"), "ForceUpdate");
          task.put("ForceUpdate", request.force() ? forced + 1 : forced);
          spec.put("TaskTemplate", task);
          return spec;
        });
  }

  /** A change counts only if nobody else, the swarm included, has changed the service meanwhile. */
  private void change(String id, UnaryOperator<Map<String, Object>> edit) {
    Patience patience = new Patience(CHANGED_BESIDE);
    while (true) {
      Map<String, Object> service = inspection.read(ObjectKind.SERVICE, id);
      long version = Json.number(Json.map(service, "Version"), "Index");
      Map<String, Object> spec = edit.apply(Json.map(service, "Spec"));
      try {
        wire.command(
            "changing a service",
            client -> {
              UpdateServiceCmd command = client.updateServiceCmd(id, ServiceBody.spec(spec));
              return command.withVersion(version).exec();
            });
        return;
      } catch (EngineException e) {
        if (!e.getMessage().contains("out of sequence") || !patience.pause()) {
          throw e;
        }
      }
    }
  }

  List<SwarmTask> tasks(String id) {
    String whole = Json.text(inspection.read(ObjectKind.SERVICE, id), "ID");
    String filters = wire.json().write(Map.of("service", List.of(whole)));
    return wire.list("/tasks?filters=" + Paths.segment(filters)).stream()
        .map(Services::task)
        .sorted(Comparator.comparing(SwarmTask::created).reversed())
        .toList();
  }

  private static SwarmTask task(Map<String, Object> found) {
    Tree task = new Tree(found);
    return new SwarmTask(
        task.text("ID").orElse(""),
        task.text("NodeID").orElse(""),
        task.at("Slot").map(slot -> task.whole("Slot")).filter(slot -> slot > 0),
        task.text("Status", "State").orElse(""),
        task.text("DesiredState").orElse(""),
        task.text("Status", "Err"),
        task.text("Status", "ContainerStatus", "ContainerID"),
        task.text("Spec", "ContainerSpec", "Image").orElse(""),
        instant(task.text("CreatedAt").orElse("")));
  }

  private static Instant instant(String written) {
    try {
      return Instant.parse(written);
    } catch (DateTimeParseException e) {
      return Instant.EPOCH;
    }
  }
}
