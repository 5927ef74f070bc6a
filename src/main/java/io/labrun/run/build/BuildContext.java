package io.labrun.run.build;

import io.labrun.event.Problem;
import io.labrun.run.lab.LocalFiles;
import io.labrun.run.lab.ProblemException;
import io.labrun.run.tar.TarWriter;
import io.labrun.scenario.spec.BuildSpec;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/**
 * The files that a build is made from, packed as the engine takes them.
 *
 * <p>A Dockerfile that is no part of the context (it stands in the scenario, outside of the folder,
 * or is left out by {@code .dockerignore}), or that gets a label, comes along under a name of its
 * own, which a line added to {@code .dockerignore} keeps out of the image.
 */
final class BuildContext {
  private static final Charset UTF_8 = StandardCharsets.UTF_8;
  private static final String EXTRA = ".labrun.dockerfile";

  private final BuildSpec spec;
  private final LocalFiles files;
  private final Optional<String> stageLabel;
  private final Path root;
  private final Path dockerfile;

  /**
   * The context of a build.
   *
   * @param stageLabel a label that every stage gets, as {@code name=value}
   * @throws ProblemException if it lies where the scenario may not read
   */
  BuildContext(BuildSpec spec, LocalFiles files, Optional<String> stageLabel) {
    this.spec = spec;
    this.files = files;
    this.stageLabel = stageLabel;
    this.root = files.real(spec.context());
    this.dockerfile = root.resolve(spec.dockerfile()).normalize();
  }

  /**
   * Packs it.
   *
   * @param archive where the archive goes; not closed
   * @return the Dockerfile's path in the archive
   */
  String pack(OutputStream archive) {
    if (!Files.isDirectory(root)) {
      throw ProblemException.lasting(
          Problem.of("there is no folder `" + spec.context() + "` to build from"));
    }
    byte[] text = stageLabel.map(this::labelled).orElseGet(this::dockerfile);
    List<String> ignored = ignored();
    IgnoreRules rules = rules(ignored);
    String inside = root.relativize(dockerfile).toString();
    boolean extra =
        spec.inline().isPresent()
            || stageLabel.isPresent()
            || !dockerfile.startsWith(root)
            || rules.leavesOut(inside);
    try {
      OutputStream out = new BufferedOutputStream(archive);
      TarWriter tar = new TarWriter(out);
      if (extra) {
        tar.file(EXTRA, text, 0644);
        tar.file(
            BuildSpec.IGNORE, (String.join("\n", withExtra(ignored)) + "\n").getBytes(UTF_8), 0644);
      }
      new ContextFiles(root, rules, tar, path -> extra && path.equals(BuildSpec.IGNORE)).add();
      tar.end();
      out.flush();
    } catch (IOException e) {
      throw ProblemException.lasting(
          Problem.of("the folder `" + spec.context() + "` can't be packed: " + e.getMessage()));
    }
    return extra ? EXTRA : inside;
  }

  private byte[] labelled(String label) {
    return StageLabels.add(new String(dockerfile(), UTF_8), label).getBytes(UTF_8);
  }

  private byte[] dockerfile() {
    if (spec.inline().isPresent()) {
      return spec.inline().get().getBytes(UTF_8);
    }
    return files.read(dockerfile.toString());
  }

  private List<String> ignored() {
    Path file = root.resolve(BuildSpec.IGNORE);
    return Files.isRegularFile(file)
        ? new String(files.read(file.toString()), UTF_8)
            .replaceFirst("^\uFEFF", "")
            .lines()
            .toList()
        : List.of();
  }

  private IgnoreRules rules(List<String> lines) {
    try {
      return IgnoreRules.read(lines);
    } catch (PatternSyntaxException e) {
      throw ProblemException.lasting(
          Problem.of("`%s` is no pattern for `%s`".formatted(e.getPattern(), BuildSpec.IGNORE)));
    }
  }

  private List<String> withExtra(List<String> lines) {
    List<String> out = new ArrayList<>(lines);
    out.add(EXTRA);
    if (!Files.exists(root.resolve(BuildSpec.IGNORE))) {
      out.add(BuildSpec.IGNORE);
    }
    return out;
  }
}
