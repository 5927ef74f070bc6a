package io.labrun.run;

import io.labrun.event.Snapshot;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.ExecResult;
import io.labrun.run.engine.ObjectKind;
import io.labrun.run.engine.Tree;
import io.labrun.run.lab.ContainerState;
import io.labrun.run.lab.Lab;
import io.labrun.run.lab.Place;
import io.labrun.run.lab.Places;
import io.labrun.run.lab.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Looks what stands of a lab. Nothing of it can spoil a verdict: what an engine does not tell, or
 * not in time, is left out.
 */
final class SnapshotTaker {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final CompletableFuture<?>[] NOTHING_BEFORE = {};

  private final Lab lab;
  private final Workers workers;
  private final Duration patience;

  SnapshotTaker(Lab lab, Workers workers) {
    this(lab, workers, PATIENCE);
  }

  /** As above, waiting so long at most for all that the engines have to say. */
  SnapshotTaker(Lab lab, Workers workers, Duration patience) {
    this.lab = lab;
    this.workers = workers;
    this.patience = patience;
  }

  /** What stands at this moment. */
  Snapshot take() {
    long end = System.nanoTime() + patience.toNanos();
    List<CompletableFuture<Optional<List<String>>>> tasks =
        lab.plan().scenario().services().keySet().stream()
            .filter(key -> lab.services().find(key).isPresent())
            .map(key -> ask(() -> Optional.of(lab.tasks().reachable(key))))
            .toList();
    List<CompletableFuture<Optional<Snapshot.Network>>> networks =
        lab.plan().scenario().networks().keySet().stream()
            .map(key -> ask(() -> network(key)))
            .toList();
    Stream<String> keys =
        Stream.concat(
            lab.plan().scenario().containers().keySet().stream(),
            answers(tasks, end).stream().flatMap(List::stream));
    List<CompletableFuture<Optional<Snapshot.Container>>> containers =
        keys.map(key -> ask(() -> container(key))).toList();
    return new Snapshot(answers(networks, end), answers(containers, end));
  }

  private <T> CompletableFuture<Optional<T>> ask(Supplier<Optional<T>> question) {
    return workers.after(NOTHING_BEFORE, () -> orNothing(question));
  }

  private static <T> Optional<T> orNothing(Supplier<Optional<T>> question) {
    try {
      return question.get();
    } catch (EngineException | ProblemException e) {
      return Optional.empty();
    }
  }

  private static <T> List<T> answers(List<CompletableFuture<Optional<T>>> asked, long end) {
    List<T> out = new ArrayList<>();
    for (CompletableFuture<Optional<T>> one : asked) {
      try {
        long left = Math.max(0, end - System.nanoTime());
        one.get(left, TimeUnit.NANOSECONDS).ifPresent(out::add);
      } catch (TimeoutException e) {
        one.cancel(true);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      }
    }
    return List.copyOf(out);
  }

  private Optional<Snapshot.Network> network(String key) {
    return lab.networks()
        .find(key)
        .map(id -> new Tree(lab.engineOfNetwork(key).inspect(ObjectKind.NETWORK, id)))
        .map(
            tree ->
                new Snapshot.Network(
                    key,
                    tree.text("Driver").orElse(""),
                    tree.items("IPAM", "Config").stream()
                        .flatMap(pool -> pool.text("Subnet").stream())
                        .toList()));
  }

  private Optional<Snapshot.Container> container(String key) {
    return ContainerState.find(lab, key)
        .map(
            state ->
                new Snapshot.Container(
                    key,
                    lab.hostOf(key),
                    state.status(),
                    Optional.of(state.exitCode()).filter(code -> state.hasEnded()),
                    orNothing(() -> Optional.of(addresses(key, state))).orElse(List.of()),
                    orNothing(() -> Optional.of(log(key))).orElse(List.of())));
  }

  private List<Snapshot.Address> addresses(String key, ContainerState state) {
    return new Places(lab).of(key, state).stream().map(SnapshotTaker::address).toList();
  }

  private static Snapshot.Address address(Place place) {
    return new Snapshot.Address(
        place.network(), place.address().orElse(""), place.mac().orElse(""));
  }

  private List<String> log(String key) {
    ExecResult log = lab.engineOf(key).logs(lab.containers().get(key), LastLines.MOST);
    return LastLines.of(log);
  }
}
