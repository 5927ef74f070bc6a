package io.labrun.scenario;

import java.util.List;
import java.util.Optional;

/**
 * What a scenario requires of the engine and its machine, each text as it is written, with its
 * place.
 *
 * @param engine which engine it must be: a product, comparisons with its version such as {@code
 *     >=20.10}, all of which must hold, or both
 * @param networkDrivers network drivers that must work
 * @param volumeDrivers volume drivers that must work
 * @param kernel modules or file systems that the engine's kernel must have
 * @param interfaces network interfaces of the engine's machine
 * @param freePorts ports of the engine's machine that nobody listens on: {@code 8080}, {@code
 *     53/udp}
 * @param memory the least memory of the engine's machine, in Compose's form
 * @param platform the engine's platform such as {@code linux/amd64}
 * @param desktop {@code true}: the engine must be Docker Desktop's, {@code false}: it must not
 * @param privileged present if a privileged container must start
 * @param exclusive present if nothing else of labrun's may stand on the engine
 * @param grants the dangerous things that the scenario asks leave for
 */
public record Requires(
    Optional<Named> engine,
    List<Named> networkDrivers,
    List<Named> volumeDrivers,
    List<Named> kernel,
    List<Named> interfaces,
    List<Named> freePorts,
    Optional<Named> memory,
    Optional<Named> platform,
    Optional<Named> desktop,
    Optional<Named> privileged,
    Optional<Named> exclusive,
    List<Named> grants) {

  /** Nothing is required. */
  public static final Requires NOTHING =
      new Requires(
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of());
}
