package io.labrun.run.check;

import io.labrun.event.Problem;
import io.labrun.plan.Placement;
import io.labrun.run.engine.ObjectKind;
import io.labrun.run.engine.Tree;
import io.labrun.run.lab.ContainerState;
import io.labrun.run.lab.Ended;
import io.labrun.run.lab.Lab;
import io.labrun.run.lab.Place;
import io.labrun.run.lab.Places;
import io.labrun.run.lab.Probes;
import io.labrun.run.lab.ProblemException;
import io.labrun.run.match.IpAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the address of what an author wants to reach. */
record Destinations(CheckContext context) {
  private static final String HOST_MODE = "host";

  /**
   * The address of {@code to} as seen by {@code from}: a container, a host, an address, a name or
   * the engine.
   */
  String address(String from, String to) {
    if (lab().isContainer(to)) {
      return container(from, to);
    }
    if (to.equals(Probes.ENGINE)) {
      return engine(from);
    }
    if (lab().plan().scenario().hosts().containsKey(to)) {
      return lab().hosts().address(to);
    }
    return IpAddress.parse(to).isPresent() ? literal(from, to) : name(from, to);
  }

  /**
   * The container of the lab whose address this is; of several, one on the same host as {@code
   * from} before others, and then the first of the file.
   */
  Optional<String> owner(String from, String address) {
    return Stream.concat(
            lab().plan().scenario().containers().keySet().stream(), lab().tasks().keys().stream())
        .filter(key -> lab().containers().find(key).isPresent())
        .filter(key -> lab().hosts().find(lab().hostOf(key)).isPresent())
        .sorted(Comparator.comparing(key -> !lab().hostOf(key).equals(lab().hostOf(from))))
        .filter(key -> places(key).stream().anyMatch(place -> has(place, address)))
        .findFirst();
  }

  private static boolean has(Place place, String address) {
    return place.ip().filter(address::equals).isPresent()
        || place.ipv6().filter(address::equals).isPresent();
  }

  /** Its address on a network that both are on, else its first. */
  private String container(String from, String to) {
    ContainerState state = ContainerState.of(lab(), to);
    if (!state.isRunning()) {
      throw Ended.problem(lab(), to, state);
    }
    if (state.tree().text("HostConfig", "NetworkMode").filter(HOST_MODE::equals).isPresent()) {
      String host = lab().hostOf(to);
      return host.equals(Placement.MAIN) ? engine(from) : lab().hosts().address(host);
    }
    List<Place> places = new Places(lab()).of(to, state);
    List<Place> own = placesOf(from);
    Set<String> near = ids(own);
    List<Place> shared = places.stream().filter(p -> near.contains(p.networkId())).toList();
    if (shared.isEmpty() && !lab().hostOf(from).equals(lab().hostOf(to))) {
      throw elsewhere(from, to);
    }
    Place place =
        Stream.concat(shared.stream(), places.stream())
            .filter(one -> one.address().isPresent())
            .findFirst()
            .orElseThrow(() -> noAddress(to));
    new SameAddress(lab()).mustNotBe(from, own, to, place);
    return place.address().orElseThrow();
  }

  private static ProblemException noAddress(String to) {
    return ProblemException.passing(
        Problem.of("`" + to + "` has no address: it is on no network that gives one"));
  }

  private List<Place> placesOf(String from) {
    return isContainer(from) ? places(from) : List.of();
  }

  private static Set<String> ids(List<Place> places) {
    return places.stream().map(Place::networkId).collect(Collectors.toSet());
  }

  /**
   * An address as it is written, unless it is that of a container on another host, on a network
   * that does not lead there: what is sent to it would leave the lab.
   */
  private String literal(String from, String address) {
    if (!lab().plan().scenario().hosts().isEmpty()) {
      owner(from, address)
          .filter(owner -> isElsewhere(from, owner, address))
          .ifPresent(
              owner -> {
                throw elsewhere(from, owner);
              });
    }
    return address;
  }

  private boolean isElsewhere(String from, String owner, String address) {
    Set<String> near = ids(placesOf(from));
    return !lab().hostOf(from).equals(lab().hostOf(owner))
        && places(owner).stream()
            .noneMatch(place -> has(place, address) && near.contains(place.networkId()));
  }

  private boolean isContainer(String subject) {
    return lab().isContainer(subject);
  }

  /** On another host an address may be somebody else's: two bridges give the same ones. */
  private static ProblemException elsewhere(String from, String to) {
    return ProblemException.lasting(
        Problem.of(
                "`%s` and `%s` are on different hosts and share no network, so an address of the"
                        .formatted(from, to)
                    + " one means nothing to the other")
            .help(
                "an overlay network spans hosts",
                "a published port is reached at the host: `to: HOST` with that port"));
  }

  /**
   * The host's own address on a bridge that the container is on, else on the default bridge; from a
   * host and what is on it, the gateway of the network of the hosts.
   */
  private String engine(String from) {
    if (from.equals(Probes.ENGINE)) {
      return "127.0.0.1";
    }
    if (!lab().hostOf(from).equals(Placement.MAIN)) {
      return lab().hosts().gateway(lab().hostOf(from));
    }
    return Stream.concat(places(from).stream().map(Place::networkId), Stream.of("bridge"))
        .filter(id -> !id.isEmpty())
        .map(id -> new Tree(lab().engineOf(from).inspect(ObjectKind.NETWORK, id)))
        .filter(network -> network.text("Driver").filter("bridge"::equals).isPresent())
        .flatMap(network -> network.items("IPAM", "Config").stream())
        .flatMap(pool -> pool.text("Gateway").stream())
        .findFirst()
        .map(address -> address.replaceFirst("/.*", ""))
        .orElseThrow(
            () ->
                ProblemException.passing(
                    Problem.of("the Docker host has no address on a bridge to go to")));
  }

  private String name(String from, String to) {
    Lookup lookup = Lookup.of(context, from, to, "A");
    if (lookup.addresses().isEmpty()) {
      lookup = Lookup.of(context, from, to, "AAAA");
    }
    return lookup.addresses().stream()
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.passing(
                    Problem.of("`%s` finds no address for the name `%s`".formatted(from, to))
                        .help("whether a name resolves is a claim of its own: `dns`")));
  }

  private List<Place> places(String key) {
    return new Places(lab()).of(key, ContainerState.of(lab(), key));
  }

  private Lab lab() {
    return context.lab();
  }
}
