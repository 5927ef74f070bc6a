package io.labrun.run.host;

import io.labrun.event.Problem;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.ObjectKind;
import io.labrun.run.lab.Lab;
import io.labrun.run.lab.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Hands images of the main engine over to hosts, which then need no registry. */
public final class Handover {
  private final Lab lab;

  /** Hands over between the engines of a lab. */
  public Handover(Lab lab) {
    this.lab = lab;
  }

  /** Makes sure that a host has an image that the main engine has. */
  public void give(String reference, String host) {
    Engine to = lab.hosts().engine(host);
    Optional<Object> there = id(to, reference);
    if (there.isPresent() && there.equals(id(lab.engine(), reference))) {
      return;
    }
    try (InputStream tar = lab.engine().saveImages(List.of(reference))) {
      to.loadImages(tar);
      name(reference, to);
    } catch (IOException e) {
      throw ProblemException.lasting(
          Problem.of("the image `%s` could not be handed over to `%s`".formatted(reference, host))
              .details(List.of(String.valueOf(e.getMessage()))));
    }
  }

  /** Podman calls in the archive what has no registry in its name {@code localhost/...}. */
  private void name(String reference, Engine to) {
    if (id(to, reference).isEmpty()) {
      id(lab.engine(), reference).ifPresent(id -> to.tagImage(id.toString(), reference));
    }
  }

  private static Optional<Object> id(Engine engine, String reference) {
    try {
      return Optional.ofNullable(engine.inspect(ObjectKind.IMAGE, reference).get("Id"));
    } catch (EngineException e) {
      if (e.kind() == EngineException.Kind.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
