package io.labrun.docker;

import io.labrun.run.engine.ContainerRequest;
import io.labrun.run.engine.Endpoint;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.ExecRequest;
import io.labrun.run.engine.ExecResult;
import io.labrun.run.engine.LabelledObject;
import io.labrun.run.engine.NetworkRequest;
import io.labrun.run.engine.ServiceRequest;
import io.labrun.run.engine.VolumeRequest;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.ContainerSpec;
import io.labrun.scenario.spec.NetworkSpec;
import io.labrun.scenario.spec.ServiceSpec;
import io.labrun.scenario.spec.VolumeSpec;
import io.labrun.testbed.TestEngine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A test's own things on the real engine: names of its own, and all of them removed at the end. */
final class Lab implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(30);

  final String id = "dt" + UUID.randomUUID().toString().substring(0, 6);
  final Map<String, String> labels = Map.of("io.labrun.test", id);
  final Engine engine;

  Lab() {
    this(TestEngine.connect());
  }

  Lab(Engine engine) {
    this.engine = engine;
  }

  /**
   * The beginning of a subnet /24 that is this test's own, such as {@code 10.98.7}; none that the
   * engine would give to a network that asks for none.
   */
  final String subnet = "10.98." + (Integer.parseInt(id.substring(2), 16) % 250);

  String name(String key) {
    return id + "-" + key;
  }

  /** A network as an author writes it. */
  String network(String key, String written) {
    return engine.createNetwork(
        new NetworkRequest(
            name(key),
            labels,
            NetworkSpec.read(Written.resource(key, written), TextResolver.AS_WRITTEN)));
  }

  String volume(String key, String written) {
    return engine.createVolume(
        new VolumeRequest(
            name(key),
            labels,
            VolumeSpec.read(Written.resource(key, written), TextResolver.AS_WRITTEN)));
  }

  ServiceRequest serviceRequest(String key, String written, Endpoint... endpoints) {
    return new ServiceRequest(
        name(key),
        labels,
        labels,
        ServiceSpec.read(Written.resource(key, written), TextResolver.AS_WRITTEN),
        Map.of("A", "1"),
        List.of(endpoints),
        Map.of(),
        Path.of("/"),
        false);
  }

  ContainerRequest request(String key, String written, Endpoint... endpoints) {
    ContainerSpec spec =
        ContainerSpec.read(Written.resource(key, written), TextResolver.AS_WRITTEN);
    return new ContainerRequest(
        name(key), labels, spec, Map.of(), List.of(endpoints), Map.of(), Map.of(), Path.of("/"));
  }

  /** A container that is made and started. */
  String running(String key, String written, Endpoint... endpoints) {
    String container = engine.createContainer(request(key, written, endpoints));
    engine.start(container);
    return container;
  }

  String sleeper(String key, Endpoint... endpoints) {
    return running(key, "{image: 'busybox', command: 'sleep 1000', init: true}", endpoints);
  }

  ExecResult exec(String container, String... command) {
    return engine.exec(ExecRequest.of(container, PATIENCE, List.of(command)));
  }

  /** Runs a command that is given an input and its end. */
  ExecResult feed(String container, byte[] input, String... command) {
    return engine.exec(
        new ExecRequest(
            container,
            List.of(command),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(input),
            PATIENCE));
  }

  List<LabelledObject> standing() {
    return engine.labelled(labels);
  }

  @Override
  public void close() {
    for (LabelledObject object : standing()) {
      remove(object);
    }
    engine.close();
  }

  private void remove(LabelledObject object) {
    try {
      switch (object.kind()) {
        case SERVICE -> engine.swarm().removeService(object.id());
        case CONTAINER -> engine.removeContainer(object.id());
        case NETWORK -> engine.removeNetwork(object.id());
        default -> engine.removeVolume(object.id());
      }
    } catch (EngineException e) {
      throw new AssertionError("left behind: " + object, e);
    }
  }
}
