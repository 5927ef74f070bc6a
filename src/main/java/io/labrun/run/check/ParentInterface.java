package io.labrun.run.check;

import io.labrun.event.Problem;
import io.labrun.run.engine.ObjectKind;
import io.labrun.run.engine.Tree;
import io.labrun.run.lab.ContainerState;
import io.labrun.run.lab.Lab;
import io.labrun.run.lab.Place;
import io.labrun.run.lab.Places;
import io.labrun.run.lab.ProblemException;
import java.util.List;
import java.util.Optional;

/**
 * The interface of the Docker host that leads to a container on a macvlan or ipvlan network.
 *
 * <p>The host has no route to such a network of its own making: without being told the interface, a
 * probe would leave the lab through the default route, and prove something about the world outside
 * instead.
 */
record ParentInterface(Lab lab) {
  private static final List<String> DRIVERS = List.of("macvlan", "ipvlan");

  /** The parent interface; empty for a destination that the host has a route to. */
  Optional<String> towards(Destination to) {
    return to.owner()
        .filter(lab.plan().scenario().containers()::containsKey)
        .flatMap(owner -> parent(owner, to.address()));
  }

  /** Refuses what can't be told its interface: only a ping can. */
  void refuse(Destination to) {
    towards(to)
        .ifPresent(
            parent -> {
              throw ProblemException.lasting(
                  Problem.of(
                          "from the Docker host, a container on a macvlan or ipvlan can only be pinged")
                      .help(
                          "leave `port` out: a ping goes out through %s; a connection would leave the lab"
                              .formatted(parent)));
            });
  }

  private Optional<String> parent(String owner, String address) {
    return new Places(lab)
        .of(owner, ContainerState.of(lab, owner)).stream()
            .filter(place -> place.ip().filter(address::equals).isPresent())
            .map(Place::networkId)
            .map(id -> new Tree(lab.engineOf(owner).inspect(ObjectKind.NETWORK, id)))
            .filter(network -> network.text("Driver").filter(DRIVERS::contains).isPresent())
            .flatMap(network -> network.text("Options", "parent").stream())
            .findFirst();
  }
}
