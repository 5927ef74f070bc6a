package io.labrun.run.image;

import io.labrun.event.Problem;
import io.labrun.run.engine.EngineException;
import io.labrun.scenario.Defaults;
import java.util.List;

/** Says why an image can't be had, and every way to get it. */
public final class ImageProblem {
  /** What helps where no registry can be reached. */
  public static final String WITHOUT_NETWORK =
      "without a network: labrun images load FILE.tar, written elsewhere by labrun images save";

  private ImageProblem() {}

  /** A pull did not succeed. */
  public static Problem of(String reference, EngineException why) {
    return Problem.of("the image `" + reference + "` can't be had: " + why.getMessage())
        .help(help(reference, why.kind()));
  }

  private static String[] help(String reference, EngineException.Kind kind) {
    return switch (kind) {
      case DENIED -> lines("log in first: docker login, then docker pull " + reference);
      case NOT_FOUND -> lines("is the name right? docker search, or look at the registry's page");
      case RATE_LIMITED ->
          lines("log in (docker login) for a higher limit, or wait", WITHOUT_NETWORK);
      case NO_REGISTRY -> lines("is this machine online?" + standIn(reference), WITHOUT_NETWORK);
      case NO_SPACE -> lines();
      case TIMEOUT -> lines("try it again: layers that are there are kept", WITHOUT_NETWORK);
      default -> lines("try it by hand: docker pull " + reference);
    };
  }

  private static String standIn(String reference) {
    return reference.equals(Defaults.LANGUAGE.probeImage())
        ? " labrun doctor --fix makes a stand-in for this image"
        : "";
  }

  private static String[] lines(String... lines) {
    return lines;
  }

  /**
   * Images are missing, and none may be fetched.
   *
   * @param file the scenario's
   */
  public static Problem offline(List<ImageNeed> missing, String file) {
    boolean one = missing.size() == 1;
    String which =
        one ? "the image `" + missing.get(0).reference() + "` is" : missing.size() + " images are";
    String purpose = one && missing.get(0).toBuild() ? ", to build on" : "";
    Problem problem =
        Problem.of(which + " not on this engine" + purpose + ", and --offline fetches none");
    return (one ? problem : problem.details(missing.stream().map(ImageProblem::words).toList()))
        .help(
            "labrun images load FILE.tar    puts them there from a file",
            "labrun images save FILE.tar " + file + "    writes it where they are");
  }

  private static String words(ImageNeed need) {
    return need.reference() + (need.toBuild() ? " (to build on)" : "");
  }
}
