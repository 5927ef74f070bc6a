package io.labrun.docker;

import com.github.dockerjava.api.model.LoadResponseItem;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.EngineException.Kind;
import io.labrun.run.engine.ObjectKind;
import io.labrun.run.engine.Reference;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * Images as tar archives ({@code GET /images/get}, {@code POST /images/load}), which may be larger
 * than the memory: they are passed on as they come.
 */
final class ImageArchives {
  /**
   * An engine first puts a whole archive together, or takes a whole one in, and is silent for so
   * long.
   */
  private static final Duration STALL = Duration.ofMinutes(10);

  private final Wire wire;

  ImageArchives(Wire wire) {
    this.wire = wire;
  }

  /** An archive with these images; to be closed by the caller. */
  InputStream save(List<String> references) {
    String names =
        references.stream()
            .map(image -> "names=" + Paths.segment(Reference.parse(image).whole()))
            .collect(Collectors.joining("&"));
    try {
      Response response =
          wire.bounded().call(STALL, "saving images", () -> wire.stream("/images/get?" + names));
      return new WatchedStream(response, STALL, wire.bounded());
    } catch (EngineException e) {
      throw e.kind() == Kind.NOT_FOUND ? missing(references, e) : e;
    }
  }

  /** The engine itself says "reference does not exist", and not which. */
  private EngineException missing(List<String> references, EngineException answer) {
    Inspection inspection = new Inspection(wire);
    for (String reference : references) {
      try {
        inspection.read(ObjectKind.IMAGE, reference);
      } catch (EngineException e) {
        return e.kind() == Kind.NOT_FOUND
            ? new EngineException(Kind.NOT_FOUND, "the engine has no image " + reference, e)
            : e;
      }
    }
    return answer;
  }

  /** Gives an engine all images of an archive. */
  void load(InputStream tar) {
    AtomicReference<String> refused = new AtomicReference<>();
    StreamWatch<LoadResponseItem> watch =
        new StreamWatch<>(
            item -> Images.error(item).ifPresent(words -> refused.compareAndSet(null, words)));
    ToldStream archive = new ToldStream(tar, watch::tellNews);
    wire.client().loadImageAsyncCmd(archive).exec(watch);
    Optional<Throwable> failure = watch.await(STALL, "loading images");
    if (archive.failure().isPresent()) {
      throw new EngineException(
          Kind.FAILED,
          "the archive of images can't be read: " + archive.failure().get().getMessage(),
          archive.failure().get());
    }
    if (refused.get() != null) {
      throw new EngineException(
          Kind.BAD_REQUEST, "the engine refuses the archive of images: " + refused.get());
    }
    if (failure.isPresent()) {
      throw Failures.of(failure.get());
    }
  }
}
