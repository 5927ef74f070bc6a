package io.labrun.docker;

import com.github.dockerjava.api.command.PullImageCmd;
import com.github.dockerjava.api.model.PullResponseItem;
import com.github.dockerjava.api.model.ResponseItem;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.EngineException.Kind;
import io.labrun.run.engine.LayerProgress;
import io.labrun.run.engine.ObjectKind;
import io.labrun.run.engine.Reference;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Images from registries. */
final class Images {
  /** Progress comes several times a second; a registry that is silent so long is away. */
  private static final Duration PULL_STALL = Duration.ofMinutes(2);

  private final Wire wire;
  private final RegistryLogins logins;

  Images(Wire wire, RegistryLogins logins) {
    this.wire = wire;
    this.logins = logins;
  }

  /** Fetches an image and makes sure that it is there. */
  void pull(String image, Optional<String> platform, Consumer<LayerProgress> listener) {
    RegistryLogins.Login login = logins.forImage(Reference.parse(image));
    try {
      fetch(command(image, platform, login), image, listener);
    } catch (EngineException e) {
      boolean helped = login.complaint().isEmpty() || e.kind() != Kind.DENIED;
      throw helped ? e : new EngineException(e.kind(), e.getMessage() + "; " + login.complaint());
    }
    requireThere(image);
  }

  /** Gives an image one more name ({@code POST /images/{name}/tag}). */
  void tag(String image, String reference) {
    Reference name = Reference.parse(reference);
    wire.command(
        "naming the image " + reference,
        client -> client.tagImageCmd(image, name.repository(), name.tag()).exec());
  }

  private PullImageCmd command(
      String image, Optional<String> platform, RegistryLogins.Login login) {
    Reference reference = Reference.parse(image);
    PullImageCmd command =
        wire.client().pullImageCmd(reference.repository()).withTag(reference.tag());
    platform.ifPresent(command::withPlatform);
    login.auth().ifPresent(command::withAuthConfig);
    return command;
  }

  private void fetch(PullImageCmd command, String image, Consumer<LayerProgress> listener) {
    AtomicReference<String> refused = new AtomicReference<>();
    StreamWatch<PullResponseItem> watch =
        new StreamWatch<>(
            item -> {
              error(item).ifPresent(words -> refused.compareAndSet(null, words));
              progress(item).ifPresent(listener);
            });
    command.exec(watch);
    Optional<Throwable> failure = watch.await(PULL_STALL, "getting the image " + image);
    if (refused.get() != null) {
      throw PullReason.of(refused.get(), image);
    }
    if (failure.isPresent()) {
      throw PullReason.of(failure.get(), image);
    }
  }

  /** The engine's words where an item tells of a failure. */
  static Optional<String> error(ResponseItem item) {
    return Optional.ofNullable(item.getErrorDetail())
        .map(ResponseItem.ErrorDetail::getMessage)
        .map(Refusal::words);
  }

  /** The line "Pulling from" has the tag where the others have a layer. */
  static Optional<LayerProgress> progress(ResponseItem item) {
    String status = item.getStatus();
    if (item.getId() == null || status == null || status.startsWith("Pulling from")) {
      return Optional.empty();
    }
    ResponseItem.ProgressDetail detail = item.getProgressDetail();
    return Optional.of(
        detail == null
            ? new LayerProgress(item.getId(), status, 0, 0)
            : new LayerProgress(
                item.getId(), status, known(detail.getCurrent()), known(detail.getTotal())));
  }

  private static long known(Long bytes) {
    return bytes == null ? 0 : bytes;
  }

  private void requireThere(String image) {
    try {
      new Inspection(wire).read(ObjectKind.IMAGE, image);
    } catch (EngineException e) {
      throw e.kind() == Kind.NOT_FOUND
          ? new EngineException(
              Kind.FAILED, "the engine says that it got " + image + ", and does not have it", e)
          : e;
    }
  }
}
