package io.labrun.run;

import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.LayerProgress;
import io.labrun.run.lab.Subnets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * What runs have in common that are on one engine at once: how many calls are under way there, what
 * is being fetched, and which subnets are asked for.
 */
public final class EngineShare {
  private final Semaphore places;
  private final Subnets subnets = new Subnets();
  private final Object alone = new Object();
  private final Map<String, Fetch> fetches = new HashMap<>();

  /** A fetch that is under way, and who wants to hear of it. */
  private static final class Fetch {
    final CompletableFuture<Void> end = new CompletableFuture<>();
    final List<Consumer<LayerProgress>> listeners = new CopyOnWriteArrayList<>();
  }

  /**
   * A share of an engine.
   *
   * @param parallel how many calls to the engine may be under way at once, at least 1
   */
  public EngineShare(int parallel) {
    this.places = new Semaphore(parallel, true);
  }

  /** Places for calls to the engine. */
  Semaphore places() {
    return places;
  }

  /** The subnets that they ask for. */
  public Subnets subnets() {
    return subnets;
  }

  /**
   * Fetches something; where another run is just fetching the same, waits for that instead.
   *
   * @param what names it, the same for all who want the same
   * @param listener hears of the progress, whoever fetches it
   * @param fetch fetches it, and tells of the progress
   * @throws EngineException as the one who fetches it; of kind INTERRUPTED if this thread is
   *     interrupted
   */
  void fetch(
      String what, Consumer<LayerProgress> listener, Consumer<Consumer<LayerProgress>> fetch) {
    boolean done = false;
    while (!done) {
      Fetch mine = new Fetch();
      Fetch theirs = join(what, mine, listener);
      if (theirs == mine) {
        lead(what, mine, fetch);
        done = true;
      } else {
        done = await(what, theirs);
      }
    }
  }

  private synchronized Fetch join(String what, Fetch mine, Consumer<LayerProgress> listener) {
    Fetch fetch = fetches.computeIfAbsent(what, unused -> mine);
    fetch.listeners.add(listener);
    return fetch;
  }

  private void lead(String what, Fetch mine, Consumer<Consumer<LayerProgress>> fetch) {
    try {
      fetch.accept(progress -> mine.listeners.forEach(listener -> listener.accept(progress)));
      end(what).complete(null);
    } catch (RuntimeException | Error e) {
      end(what).completeExceptionally(e);
      throw e;
    }
  }

  private synchronized CompletableFuture<Void> end(String what) {
    return fetches.remove(what).end;
  }

  /** Whether it is there now; not if only the run was stopped that fetched it. */
  private static boolean await(String what, Fetch theirs) {
    try {
      theirs.end.get();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException(
          EngineException.Kind.INTERRUPTED, "waiting for " + what + " was interrupted");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof EngineException failure) {
        if (failure.kind() == EngineException.Kind.INTERRUPTED) {
          return false;
        }
        throw failure;
      }
      return false;
    }
  }

  /** Does something that only one run may do at once: to look for a free subnet and take it. */
  void alone(Runnable work) {
    synchronized (alone) {
      work.run();
    }
  }
}
