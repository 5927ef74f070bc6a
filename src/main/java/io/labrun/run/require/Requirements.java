package io.labrun.run.require;

import io.labrun.event.Problem;
import io.labrun.plan.Need;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Looks whether needs are met. */
public final class Requirements {
  private static final Set<Need.Kind> KNOWN_AT_ONCE =
      EnumSet.of(
          Need.Kind.ENGINE,
          Need.Kind.PLATFORM,
          Need.Kind.MEMORY,
          Need.Kind.DESKTOP,
          Need.Kind.EXCLUSIVE);

  private Requirements() {}

  /** Whether a need may take a container to be looked at, and so an image. */
  public static boolean takesContainer(Need need) {
    return switch (need.kind()) {
      case NETWORK_DRIVER -> !NetworkDriver.WITHOUT_TRIAL.contains(need.what().name());
      case VOLUME_DRIVER -> !VolumeDriver.WITHOUT_TRIAL.contains(need.what().name());
      default -> !KNOWN_AT_ONCE.contains(need.kind());
    };
  }

  /**
   * Looks whether a need is met.
   *
   * @return why it is not, and the way out; empty if it is met
   * @throws io.labrun.run.engine.EngineException if it could not be found out
   * @throws io.labrun.run.lab.ProblemException likewise, in words
   */
  public static Optional<Problem> unmet(Need need, Bench bench) {
    String what = need.what().name();
    Optional<Problem> problem =
        switch (need.kind()) {
          case ENGINE -> EngineVersion.unmet(what, bench.engine().facts());
          case PLATFORM -> EnginePlatform.unmet(what, bench.engine().facts());
          case MEMORY -> EngineMemory.unmet(what, bench.engine().facts());
          case DESKTOP -> DesktopEngine.unmet(need.isWished(), bench.engine().facts());
          case EXCLUSIVE -> OtherRuns.unmet(bench.run(), OtherRuns.standing(bench.engine()));
          case NETWORK_DRIVER -> NetworkDriver.unmet(what, bench);
          case VOLUME_DRIVER -> VolumeDriver.unmet(what, bench);
          case KERNEL -> KernelFeature.unmet(what, bench);
          case INTERFACE -> Interface.unmet(what, bench);
          case FREE_PORT -> FreePort.unmet(what, bench);
          case PRIVILEGED -> PrivilegedContainer.unmet(bench);
        };
    return problem.map(why -> why.at(need.what().span()));
  }
}
