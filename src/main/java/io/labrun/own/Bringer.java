package io.labrun.own;

import io.labrun.run.engine.BuildRequest;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.LayerProgress;
import io.labrun.run.engine.ObjectKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Brings images to a private engine: from the user's where that has them, else from registries. */
final class Bringer {
  private final Engine engine;
  private final Supplier<Optional<Engine>> users;
  private final Path room;
  private final Set<String> brought = new LinkedHashSet<>();

  /**
   * Brings images.
   *
   * @param users the user's engine, if one answers
   * @param room a folder for what is too large for the memory
   */
  Bringer(Engine engine, Supplier<Optional<Engine>> users, Path room) {
    this.engine = engine;
    this.users = users;
    this.room = room;
  }

  /** As {@link Engine#pull}; an image that the engine has already is fetched from its registry. */
  void pull(String reference, Optional<String> platform, Consumer<LayerProgress> listener) {
    if (platform.isPresent() || !handOver(reference)) {
      engine.pull(reference, platform, listener);
    }
    note(reference);
  }

  /** As {@link Engine#build}; what it builds on is brought first. */
  void build(BuildRequest request, InputStream context, Consumer<LayerProgress> listener) {
    try {
      Path spooled = Files.createTempFile(room, "context-", ".tar");
      try {
        Files.copy(context, spooled, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        List<String> bases = bases(spooled, request);
        bases.forEach(this::handOver);
        try (InputStream again = Files.newInputStream(spooled)) {
          engine.build(request, again, listener);
        }
        bases.forEach(this::note);
      } finally {
        Files.delete(spooled);
      }
    } catch (IOException e) {
      throw new EngineException(
          EngineException.Kind.FAILED, "the build's files can't be read: " + e.getMessage(), e);
    }
  }

  private static List<String> bases(Path spooled, BuildRequest request) throws IOException {
    try (InputStream in = Files.newInputStream(spooled)) {
      return BaseImages.of(in, request.dockerfile(), request.args());
    }
  }

  /** Whether the user's engine had the image and ours had not, and has it now. */
  private boolean handOver(String reference) {
    Optional<Engine> from = users.get();
    if (from.isEmpty() || has(engine, reference) || !has(from.get(), reference)) {
      return false;
    }
    try (InputStream archive = from.get().saveImages(List.of(reference))) {
      engine.loadImages(archive);
    } catch (IOException e) {
      throw new EngineException(
          EngineException.Kind.FAILED, "your engine's " + reference + ": " + e.getMessage(), e);
    }
    return true;
  }

  private static boolean has(Engine engine, String reference) {
    return inspect(engine, reference).isPresent();
  }

  private static Optional<Map<String, Object>> inspect(Engine engine, String reference) {
    try {
      return Optional.of(engine.inspect(ObjectKind.IMAGE, reference));
    } catch (EngineException e) {
      if (e.kind() == EngineException.Kind.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private synchronized void note(String reference) {
    brought.add(reference);
  }

  /** The images that were brought and are still there, under the names they were asked for by. */
  synchronized List<CachedImage> brought() {
    List<CachedImage> out = new ArrayList<>();
    for (String reference : brought) {
      inspect(engine, reference).flatMap(image -> cached(reference, image)).ifPresent(out::add);
    }
    return out;
  }

  /** The engine's own spelling counts: it keeps images by that. */
  private static Optional<CachedImage> cached(String asked, Map<String, Object> image) {
    String id = String.valueOf(image.get("Id"));
    return spellings(image).stream()
        .filter(Spelling.of(asked)::equals)
        .findFirst()
        .map(name -> new CachedImage(name, id, Digests.chains(diffIds(image))));
  }

  private static List<String> spellings(Map<String, Object> image) {
    List<String> out = new ArrayList<>(texts(image.get("RepoTags")));
    out.addAll(texts(image.get("RepoDigests")));
    return out;
  }

  private static List<String> diffIds(Map<String, Object> image) {
    return image.get("RootFS") instanceof Map<?, ?> root ? texts(root.get("Layers")) : List.of();
  }

  private static List<String> texts(Object list) {
    return list instanceof List<?> all ? all.stream().map(String::valueOf).toList() : List.of();
  }
}
