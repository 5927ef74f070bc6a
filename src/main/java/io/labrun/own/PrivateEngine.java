package io.labrun.own;

import io.labrun.machine.Machine;
import io.labrun.own.way.Outside;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.ObjectKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A Docker engine for this labrun alone, beside the user's or without one.
 *
 * <p>It runs in namespaces of its own: what it does to the network, mounts and processes is seen by
 * nobody else, and ends with it. It ends when it is closed, and when labrun ends in whatever way.
 */
public final class PrivateEngine implements AutoCloseable {
  private final Leavings leavings;
  private final ImageCache images;
  private final EngineFolder folder;
  private final Outside outside;
  private final Keeper keeper;
  private final Engine engine;
  private final Bringer bringer;

  private PrivateEngine(
      Setting setting, ImageCache images, EngineFolder folder, Outside outside, Keeper keeper) {
    this.leavings = new Leavings(setting.machine(), setting.cache());
    this.images = images;
    this.folder = folder;
    this.outside = outside;
    this.keeper = keeper;
    Engine plain = setting.connector().apply(folder.socket());
    this.bringer = new Bringer(plain, setting.users(), folder.path());
    this.engine = BringingEngine.of(plain, bringer);
  }

  /**
   * What a private engine is started with.
   *
   * @param machine the machine it runs on
   * @param cache the folder for images and for the engines' own folders
   * @param owner this process, as its label would say it
   * @param connector connects to the engine that listens at a socket
   * @param users the user's engine, if one answers: images are taken from there; nothing is changed
   */
  public record Setting(
      Machine machine,
      Path cache,
      String owner,
      Function<Path, Engine> connector,
      Supplier<Optional<Engine>> users) {}

  /** Why there can be no private engine here; empty if there can. */
  public static Optional<PrivateEngineException> lacking(Machine machine) {
    return Needs.lacking(machine);
  }

  /**
   * Starts one and waits until it answers.
   *
   * @throws PrivateEngineException if that can't be
   */
  public static PrivateEngine start(Setting setting) {
    Needs.lacking(setting.machine())
        .ifPresent(
            lacking -> {
              throw lacking;
            });
    try {
      ImageCache images = new ImageCache(setting.cache().resolve("images"));
      EngineFolder folder = EngineFolder.make(setting.cache(), setting.owner());
      images.install(new DataRoot(folder.data()), image -> isCurrent(image, setting.users().get()));
      return start(setting, images, folder, Outside.listen(folder.wayOut()));
    } catch (IOException e) {
      throw new PrivateEngineException(
          "the folder of a private engine can't be made in " + setting.cache() + ": " + e,
          "is the disk full? XDG_CACHE_HOME names another folder");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException(
          EngineException.Kind.INTERRUPTED, "interrupted while the private engine was starting");
    }
  }

  private static PrivateEngine start(
      Setting setting, ImageCache images, EngineFolder folder, Outside outside)
      throws InterruptedException, IOException {
    Keeper keeper = Keeper.start(setting.machine(), folder, outside.proxyUrl());
    try {
      keeper.awaitSocket();
      return new PrivateEngine(setting, images, folder, outside, keeper);
    } catch (EngineException e) {
      PrivateEngineException words = keeper.failure(e.getMessage());
      outside.close();
      keeper.release();
      throw words;
    }
  }

  /** A name that means another image on the user's engine by now is brought anew from there. */
  private static boolean isCurrent(CachedImage image, Optional<Engine> users) {
    try {
      return users.isEmpty()
          || image.id().equals(users.get().inspect(ObjectKind.IMAGE, image.reference()).get("Id"));
    } catch (EngineException e) {
      return e.kind() == EngineException.Kind.NOT_FOUND;
    }
  }

  /** The engine; not to be closed by itself. */
  public Engine engine() {
    return engine;
  }

  /**
   * Ends the engine with all that is on it; the images that were brought to it are kept.
   *
   * @throws PrivateEngineException if something of it can't be removed
   */
  @Override
  public void close() {
    try {
      List<CachedImage> brought = brought();
      engine.close();
      keeper.end();
      outside.close();
      keep(brought);
      keeper.release();
      if (Files.exists(folder.path())) {
        leavings.remove(folder);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<CachedImage> brought() {
    try {
      return bringer.brought();
    } catch (EngineException e) {
      // It has ended already.
      return List.of();
    }
  }

  /** A cache that takes nothing costs time the next time, and no more. */
  private void keep(List<CachedImage> brought) {
    try {
      images.take(brought, new DataRoot(folder.data()));
    } catch (IOException e) {
      return;
    }
  }
}
