package io.labrun.run.build;

import io.labrun.event.Problem;
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
import java.util.regex.PatternSyntaxException;

/**
 * The files that a build is made from, packed as the engine takes them.
 *
 * <p>A Dockerfile that is no part of the context (it stands in the scenario, outside of the folder,
 * or is left out by {@code .dockerignore}) comes along under a name of its own, which a line added
 * to {@code .dockerignore} keeps out of the image.
 */
final class BuildContext {
  private static final Charset UTF_8 = StandardCharsets.UTF_8;
  private static final String IGNORE = ".dockerignore";
  private static final String EXTRA = ".labrun.dockerfile";

  private final BuildSpec spec;
  private final Path root;
  private final Path dockerfile;

  /**
   * The context of a build.
   *
   * @param folder the scenario's
   */
  BuildContext(BuildSpec spec, Path folder) {
    this.spec = spec;
    this.root = folder.resolve(spec.context()).normalize();
    this.dockerfile = root.resolve(spec.dockerfile()).normalize();
  }

  /**
   * Packs it.
   *
   * @return the Dockerfile's path in the archive
   */
  String pack(Path archive) {
    if (!Files.isDirectory(root)) {
      throw ProblemException.lasting(
          Problem.of("there is no folder `" + spec.context() + "` to build from"));
    }
    byte[] text = dockerfile();
    List<String> ignored = ignored();
    IgnoreRules rules = rules(ignored);
    String inside = root.relativize(dockerfile).toString();
    boolean extra =
        spec.inline().isPresent() || !dockerfile.startsWith(root) || rules.leavesOut(inside);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(archive))) {
      TarWriter tar = new TarWriter(out);
      if (extra) {
        tar.file(EXTRA, text, 0644);
        tar.file(IGNORE, (String.join("\n", withExtra(ignored)) + "\n").getBytes(UTF_8), 0644);
      }
      new ContextFiles(root, rules, tar, path -> extra && path.equals(IGNORE)).add();
      tar.end();
    } catch (IOException e) {
      throw ProblemException.lasting(
          Problem.of("the folder `" + spec.context() + "` can't be packed: " + e.getMessage()));
    }
    return extra ? EXTRA : inside;
  }

  private byte[] dockerfile() {
    if (spec.inline().isPresent()) {
      return spec.inline().get().getBytes(UTF_8);
    }
    try {
      return Files.readAllBytes(dockerfile);
    } catch (IOException e) {
      throw ProblemException.lasting(
          Problem.of("there is no `" + spec.dockerfile() + "` to read in `" + spec.context() + "`")
              .details(List.of(String.valueOf(e.getMessage()))));
    }
  }

  private List<String> ignored() {
    Path file = root.resolve(IGNORE);
    try {
      return Files.isRegularFile(file)
          ? new String(Files.readAllBytes(file), UTF_8).replaceFirst("^\uFEFF", "").lines().toList()
          : List.of();
    } catch (IOException e) {
      throw ProblemException.lasting(Problem.of("`" + IGNORE + "` can't be read: " + e));
    }
  }

  private IgnoreRules rules(List<String> lines) {
    try {
      return IgnoreRules.read(lines);
    } catch (PatternSyntaxException e) {
      throw ProblemException.lasting(
          Problem.of("`%s` is no pattern for `%s`".formatted(e.getPattern(), IGNORE)));
    }
  }

  private List<String> withExtra(List<String> lines) {
    List<String> out = new ArrayList<>(lines);
    out.add(EXTRA);
    if (!Files.exists(root.resolve(IGNORE))) {
      out.add(IGNORE);
    }
    return out;
  }
}
