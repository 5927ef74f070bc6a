package io.labrun.run.lab;

import io.labrun.run.engine.ObjectKind;
import io.labrun.run.engine.Tree;
import io.labrun.scenario.Scenario;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.ContainerSpec;
import io.labrun.scenario.spec.NetworkingSpec;
import io.labrun.scenario.spec.NetworkingSpec.Attachment;
import io.labrun.scenario.spec.ServiceSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds on which networks a container is. */
public final class Places {
  private static final String SHARED = "container:";
  private final Lab lab;

  /** Looks at the containers of a lab. */
  public Places(Lab lab) {
    this.lab = lab;
  }

  /**
   * Where a container is: its networks in the order in which the scenario names them, then the
   * others by name. One that shares another's network ({@code network_mode: container:KEY}) is
   * where that one is.
   */
  public List<Place> of(String key, ContainerState state) {
    return shared(state)
        .map(
            owner ->
                own(key(owner), new Tree(lab.engineOf(key).inspect(ObjectKind.CONTAINER, owner))))
        .orElseGet(() -> own(key, state.tree()));
  }

  /** The id of the container in whose network namespace a container is: mostly its own. */
  public static String namespace(ContainerState state) {
    return shared(state).or(() -> state.tree().text("Id")).orElse("");
  }

  private static Optional<String> shared(ContainerState state) {
    return state
        .tree()
        .text("HostConfig", "NetworkMode")
        .filter(mode -> mode.startsWith(SHARED))
        .map(mode -> mode.substring(SHARED.length()));
  }

  private List<Place> own(String key, Tree tree) {
    List<String> declared = declared(key);
    List<Place> places = new ArrayList<>();
    if (tree.at("NetworkSettings", "Networks").orElse(null) instanceof Map<?, ?> networks) {
      networks.forEach((name, endpoint) -> places.add(place(name.toString(), new Tree(endpoint))));
    }
    places.sort(
        Comparator.comparing((Place place) -> rank(declared, place)).thenComparing(Place::network));
    return places;
  }

  private String key(String id) {
    return lab.containers().keyOf(id).orElse(id);
  }

  private Place place(String name, Tree endpoint) {
    String id = endpoint.text("NetworkID").orElse("");
    return Place.read(lab.networks().keyOf(id).orElse(name), endpoint);
  }

  private static int rank(List<String> declared, Place place) {
    int index = declared.indexOf(place.network());
    return index < 0 ? declared.size() : index;
  }

  private List<String> declared(String key) {
    return networking(key).stream()
        .flatMap(networking -> networking.attachments().stream())
        .map(Attachment::network)
        .toList();
  }

  private Optional<NetworkingSpec> networking(String key) {
    Scenario scenario = lab.plan().scenario();
    if (scenario.containers().containsKey(key)) {
      return Optional.of(
          ContainerSpec.read(scenario.containers().get(key), TextResolver.AS_WRITTEN).networking());
    }
    return lab.tasks()
        .serviceOf(key)
        .map(service -> ServiceSpec.read(scenario.services().get(service), TextResolver.AS_WRITTEN))
        .map(ServiceSpec::networking);
  }
}
