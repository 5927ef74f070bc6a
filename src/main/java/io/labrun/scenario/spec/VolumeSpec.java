package io.labrun.scenario.spec;

import io.labrun.scenario.Resource;
import io.labrun.scenario.TextResolver;
import java.util.Map;
import java.util.Optional;

/**
 * A volume as declared (Compose Specification, {@code volumes}).
 *
 * @param name a fixed name, else empty
 * @param external whether it exists already and is only used
 * @param driver its driver; empty for the engine's default
 * @param options the driver's options
 * @param labels the author's labels
 * @param host the host it is placed on; empty for the main engine
 * @param start whether it is made with the rest; else an action makes it later
 */
public record VolumeSpec(
    Optional<String> name,
    boolean external,
    Optional<String> driver,
    Map<String, String> options,
    Map<String, String> labels,
    Optional<String> host,
    boolean start) {

  /** Reads a declared volume. */
  public static VolumeSpec read(Resource volume, TextResolver resolver) {
    View view = new View(volume.body(), resolver);
    return new VolumeSpec(
        view.text("name"),
        view.flag("external"),
        view.text("driver"),
        view.pairs("driver_opts"),
        view.pairs("labels"),
        view.text("host"),
        view.flag("start", true));
  }
}
