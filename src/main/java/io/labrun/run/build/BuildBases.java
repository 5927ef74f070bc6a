package io.labrun.run.build;

import io.labrun.run.lab.LocalFiles;
import io.labrun.scenario.spec.BuildSpec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the images that a build takes from elsewhere. */
public final class BuildBases {
  private BuildBases() {}

  /**
   * References as the Dockerfile writes them, its arguments filled in; each once.
   *
   * @param environment labrun's own, for arguments without a value
   * @throws io.labrun.run.lab.ProblemException if the Dockerfile can't be read
   */
  public static List<String> of(
      BuildSpec build, LocalFiles files, Map<String, String> environment) {
    return new Dockerfile(text(build, files))
        .bases(arguments(build, environment), build.target().orElse(""));
  }

  private static String text(BuildSpec build, LocalFiles files) {
    if (build.inline().isPresent()) {
      return build.inline().get();
    }
    Path dockerfile = files.real(build.context()).resolve(build.dockerfile()).normalize();
    return new String(files.read(dockerfile.toString()), StandardCharsets.UTF_8);
  }

  /** An argument without a value is taken from our own environment, as Compose does. */
  static Map<String, String> arguments(BuildSpec build, Map<String, String> environment) {
    Map<String, String> out = new LinkedHashMap<>();
    build
        .args()
        .forEach(
            (name, value) -> {
              String own = value.orElse(environment.get(name));
              if (own != null) {
                out.put(name, own);
              }
            });
    return out;
  }
}
