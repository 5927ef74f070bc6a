package io.labrun.run;

import io.labrun.plan.Labels;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.EngineException.Kind;
import io.labrun.run.engine.LabelledObject;
import io.labrun.run.engine.NetworkRequest;
import io.labrun.run.engine.ObjectKind;
import io.labrun.run.engine.Tree;
import io.labrun.scenario.spec.NetworkSpec;
import io.labrun.scenario.spec.Subnet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The runs of other processes on one engine. Nobody could work out beforehand that they get in each
 * other's way; but what is in the way of a subnet goes when its run ends, unless it is to stay.
 */
final class Neighbours {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long PAUSE_MILLIS = 500;

  private final Predicate<String> lives;
  private final Cancellation cancellation;

  /**
   * The runs of others.
   *
   * @param lives whether the process may be at work that an owner's label names
   * @param cancellation ends the waiting
   */
  Neighbours(Predicate<String> lives, Cancellation cancellation) {
    this.lives = lives;
    this.cancellation = cancellation;
  }

  /**
   * Makes a network, as soon as no run is in its way any more that is about to end.
   *
   * @param making makes it and gives its id
   * @throws CancelledException if somebody asked to stop meanwhile
   */
  String makeAfter(Engine engine, NetworkRequest request, Supplier<String> making) {
    Stopwatch watch = new Stopwatch();
    boolean again = true;
    while (true) {
      try {
        return making.get();
      } catch (EngineException e) {
        // What was in the way may have gone before it could be looked at: then once more.
        boolean once = again;
        again = e.kind() == Kind.CONFLICT && isPassing(engine, request);
        if (e.kind() != Kind.CONFLICT || !again && !once) {
          throw e;
        }
        if (watch.elapsed().compareTo(PATIENCE) > 0) {
          String late = ", and did not go within " + PATIENCE.toSeconds() + " s";
          throw new EngineException(e.kind(), e.getMessage() + late, e);
        }
        cancellation.pauseAndCheck(PAUSE_MILLIS);
      }
    }
  }

  /** Whether a network is in the way that goes by itself. */
  private boolean isPassing(Engine engine, NetworkRequest request) {
    List<Subnet> wanted =
        request.spec().pools().stream()
            .map(NetworkSpec.Pool::subnet)
            .flatMap(Optional::stream)
            .flatMap(subnet -> Subnet.parse(subnet).stream())
            .toList();
    String own = request.labels().getOrDefault(Labels.RUN, "");
    return !wanted.isEmpty()
        && engine.labelled(Map.of(Labels.RUN, "", Labels.KEEP, "never")).stream()
            .filter(other -> other.kind() == ObjectKind.NETWORK)
            .filter(other -> !own.equals(other.labels().get(Labels.RUN)))
            .filter(other -> lives.test(other.labels().getOrDefault(Labels.OWNER, "")))
            .anyMatch(other -> isInTheWay(engine, other, wanted));
  }

  private static boolean isInTheWay(Engine engine, LabelledObject other, List<Subnet> wanted) {
    try {
      return new Tree(engine.inspect(ObjectKind.NETWORK, other.id()))
          .items("IPAM", "Config").stream()
              .flatMap(pool -> pool.text("Subnet").flatMap(Subnet::parse).stream())
              .anyMatch(subnet -> wanted.stream().anyMatch(subnet::overlaps));
    } catch (EngineException e) {
      return e.kind() == Kind.NOT_FOUND;
    }
  }
}
