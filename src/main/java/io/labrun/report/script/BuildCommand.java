package io.labrun.report.script;

import io.labrun.plan.Plan;
import io.labrun.scenario.spec.BuildSpec;
import java.nio.file.Path;
import java.util.List;

/** The command that builds an image. */
final class BuildCommand {
  private final Plan plan;
  private final ShellText text;

  BuildCommand(Plan plan, ShellText text) {
    this.plan = plan;
    this.text = text;
  }

  /** The command; a Dockerfile that stands in the scenario follows it. */
  List<String> of(String key, BuildSpec spec) {
    Path context = Path.of(plan.scenario().source().name()).resolveSibling(spec.context());
    Options options = new Options().add("--tag", plan.names().built(key, plan.run()).orElseThrow());
    if (spec.inline().isPresent()) {
      options.add("--file", "-");
    } else if (!spec.dockerfile().equals(BuildSpec.DOCKERFILE)) {
      options.add("--file", context.resolve(spec.dockerfile()).normalize().toString());
    }
    spec.args()
        .forEach((name, v) -> options.add("--build-arg", name + v.map(x -> "=" + x).orElse("")));
    options
        .add("--target", spec.target())
        .pairs("--label", spec.labels())
        .add("--network", spec.network())
        .flag("--no-cache", spec.noCache())
        .flag("--pull", spec.pull())
        .each("--cache-from", spec.cacheFrom())
        .add("--shm-size", spec.shmSize())
        .add("--platform", spec.platform());
    spec.extraHosts().forEach((host, address) -> options.add("--add-host", host + ":" + address));
    String command = "docker build " + text.words(options.words()) + " " + folder(context);
    return spec.inline().map(file -> withFile(command, file)).orElse(List.of(command));
  }

  private String folder(Path context) {
    String folder = context.normalize().toString();
    return text.word(folder.isEmpty() ? "." : folder);
  }

  /** A quoted end word: the shell leaves what stands before it alone. */
  private static List<String> withFile(String command, String file) {
    String end = "END_OF_DOCKERFILE";
    while (file.lines().anyMatch(end::equals)) {
      end += "_";
    }
    return List.of(command + " <<'" + end + "'", file.stripTrailing(), end);
  }
}
