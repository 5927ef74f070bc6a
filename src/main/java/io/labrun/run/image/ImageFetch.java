package io.labrun.run.image;

import io.labrun.event.LayerState;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.EngineException.Kind;
import io.labrun.run.engine.LayerProgress;
import io.labrun.run.engine.Reference;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Fetches images from registries, several side by side, again where that may help.
 *
 * <p>Layers that are there are kept by the engine, so that a new try goes on where the last one
 * broke off.
 */
public final class ImageFetch {
  /** An engine by itself fetches three layers at once. */
  private static final int PARALLEL = 3;

  private static final List<Duration> PAUSES =
      List.of(Duration.ofSeconds(2), Duration.ofSeconds(6), Duration.ofSeconds(18));

  private static final Set<Kind> PASSING =
      EnumSet.of(Kind.NO_REGISTRY, Kind.RATE_LIMITED, Kind.TIMEOUT, Kind.UNREACHABLE, Kind.FAILED);

  private final Engine engine;
  private final Optional<String> mirror;
  private final FetchListener listener;
  private final List<Duration> pauses;

  /**
   * Fetches to an engine.
   *
   * @param mirror a registry that has what Docker Hub has; empty for Docker Hub itself
   */
  public ImageFetch(Engine engine, Optional<String> mirror, FetchListener listener) {
    this(engine, mirror, listener, PAUSES);
  }

  /** The same with other pauses, one before each further try. */
  ImageFetch(
      Engine engine, Optional<String> mirror, FetchListener listener, List<Duration> pauses) {
    this.engine = engine;
    this.mirror = mirror;
    this.listener = listener;
    this.pauses = pauses;
  }

  /**
   * Fetches images; one that can't be had does not stop the others.
   *
   * @return how many there are now
   */
  public int fetch(List<ImageNeed> images) {
    ExecutorService threads = Executors.newFixedThreadPool(PARALLEL, ImageFetch::daemon);
    try {
      List<CompletableFuture<Boolean>> all =
          images.stream()
              .map(image -> CompletableFuture.supplyAsync(() -> isFetched(image), threads))
              .toList();
      return (int) all.stream().filter(CompletableFuture::join).count();
    } finally {
      threads.shutdownNow();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "labrun-fetch");
    thread.setDaemon(true);
    return thread;
  }

  private boolean isFetched(ImageNeed image) {
    listener.started(image.reference());
    try {
      get(image);
      listener.finished(image.reference());
      return true;
    } catch (EngineException e) {
      listener.failed(image.reference(), ImageProblem.of(image.reference(), e));
      return false;
    }
  }

  private void get(ImageNeed image) {
    for (Duration pause : pauses) {
      try {
        once(image);
        return;
      } catch (EngineException e) {
        if (!mayPass(e)) {
          throw e;
        }
        int next = pauses.indexOf(pause) + 2;
        listener.again(image.reference(), e.getMessage(), pause, next, pauses.size() + 1);
        sleep(pause);
      }
    }
    once(image);
  }

  /** Wrong certificates don't get better. */
  private static boolean mayPass(EngineException e) {
    return PASSING.contains(e.kind()) && !e.getMessage().matches(".*(x509|HTTPS client).*");
  }

  private static void sleep(Duration pause) {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException(Kind.INTERRUPTED, "fetching was interrupted");
    }
  }

  private void once(ImageNeed image) {
    Reference wanted = Reference.parse(image.reference());
    if (mirror.isEmpty() || !wanted.registry().isEmpty()) {
      engine.pull(image.reference(), image.platform(), progress(image));
    } else if (wanted.isDigest()) {
      throw new EngineException(
          Kind.UNSUPPORTED, "a mirror's image can't be given a name that is a digest");
    } else {
      fromMirror(image, wanted.at(mirror.get()).whole());
    }
  }

  /** A name at the mirror that was there before stays. */
  private void fromMirror(ImageNeed image, String there) {
    boolean before = EngineImage.find(engine, there).isPresent();
    engine.pull(there, image.platform(), progress(image));
    engine.tagImage(there, image.reference());
    if (!before) {
      engine.removeImage(there);
    }
  }

  private Consumer<LayerProgress> progress(ImageNeed image) {
    return layer ->
        listener.progressed(
            image.reference(),
            new LayerState(layer.layer(), layer.status(), layer.current(), layer.total()));
  }
}
