package io.labrun.run.image;

import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.ObjectKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An image on an engine.
 *
 * @param id {@code sha256:} and a checksum
 * @param bytes how large its layers are together
 * @param layers the checksum of each layer, where the id is that of a manifest and not that of the
 *     configuration (engines that keep images with containerd); otherwise empty
 */
public record EngineImage(String id, long bytes, List<String> layers) {

  /**
   * The image that an engine has under a reference.
   *
   * @throws EngineException if the engine does not say
   */
  public static Optional<EngineImage> find(Engine engine, String reference) {
    try {
      return Optional.of(of(engine.inspect(ObjectKind.IMAGE, reference)));
    } catch (EngineException e) {
      if (e.kind() == EngineException.Kind.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static EngineImage of(Map<String, Object> image) {
    boolean manifest = image.containsKey("Descriptor");
    long bytes = image.get("Size") instanceof Number size ? size.longValue() : 0;
    return new EngineImage(
        String.valueOf(image.get("Id")), bytes, manifest ? layers(image) : List.of());
  }

  private static List<String> layers(Map<String, Object> image) {
    return image.get("RootFS") instanceof Map<?, ?> rootfs
            && rootfs.get("Layers") instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  /** Whether it is this one of an archive. */
  public boolean is(ArchivedImage other) {
    return id.equals(other.id()) || !layers.isEmpty() && layers.equals(other.layers());
  }
}
