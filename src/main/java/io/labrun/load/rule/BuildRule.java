package io.labrun.load.rule;

import io.labrun.load.schema.Names;
import io.labrun.scenario.Data;
import io.labrun.scenario.Resource;
import io.labrun.scenario.Template;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.View;
import io.labrun.source.Diagnostic;
import io.labrun.source.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A container has either an image or a build, and what a build begins with is there: its folder and
 * its Dockerfile.
 */
final class BuildRule implements Rule {
  private static final String ELSEWHERE = "(https?|git|ssh)://.*|git@.*|.*\\.git([#:].*)?";

  @Override
  public void check(Draft draft, Consumer<Diagnostic> report) {
    for (Resource container : draft.scenario().containers().values()) {
      Data.Mapping body = container.body();
      boolean image = body.entries().containsKey("image");
      boolean build = body.entries().containsKey("build");
      if (image && build) {
        report.accept(both(body));
      } else if (!image && !build && draft.isWhole(body)) {
        report.accept(neither(container));
      }
      body.get("build").ifPresent(data -> build(draft, container, data, report));
      body.get("build").ifPresent(data -> lives(data, report));
    }
  }

  private static Diagnostic both(Data.Mapping body) {
    return Diagnostic.at(body.spanOfKey("image"), "image-and-build", "it has an image and a build")
        .label("leave this out")
        .help(
            "What is built is called `<run>:<key>` and removed with the run: a name of your own"
                + " would take that name from an image that has it already.");
  }

  private static Diagnostic neither(Resource container) {
    return Diagnostic.at(
            container.keySpan(),
            "missing-key",
            "the container `" + container.key() + "` has neither `image` nor `build`")
        .help(
            "`image`: the image it is made from, as in `image: busybox`.",
            "`build`: a folder with a Dockerfile, as in `build: ./web`.");
  }

  private static void build(
      Draft draft, Resource container, Data data, Consumer<Diagnostic> report) {
    View view = new View(container.body(), TextResolver.AS_WRITTEN).view("build");
    Optional<Data> context =
        data instanceof Data.Mapping ? view.map().get("context") : Optional.of(data);
    boolean known = context.isEmpty() || draft.isKnown(context.get());
    view.map()
        .get("dockerfile_inline")
        .filter(inline -> view.map().get("dockerfile").isPresent())
        .ifPresent(inline -> report.accept(twoFiles(view.map())));
    never(container.body()).ifPresent(report);
    if (known && draft.isWhole(container.body())) {
      String folder = context.map(Nets::written).orElse(".");
      Span place = context.map(Data::span).orElse(container.body().spanOfKey("build"));
      folder(draft, view, folder, place).ifPresent(report);
    }
  }

  /** Only the run is known by then. */
  private static void lives(Data data, Consumer<Diagnostic> report) {
    if (data instanceof Data.Text text) {
      text.template().lives().stream()
          .filter(live -> !live.ref().root().equals(Names.RUN))
          .forEach(live -> report.accept(tooEarly(live)));
    } else if (data instanceof Data.Seq seq) {
      seq.items().forEach(item -> lives(item, report));
    } else if (data instanceof Data.Mapping map) {
      map.entries().values().forEach(entry -> lives(entry.value(), report));
    }
  }

  private static Diagnostic tooEarly(Template.Live live) {
    return Diagnostic.at(
            live.span(),
            "bad-live-value",
            "a build cannot hold the live value `" + live.ref() + "`")
        .label("images are built before anything stands")
        .help("Variables of `vars`, ${run.name} and ${run.id} may stand here.");
  }

  private static Diagnostic twoFiles(Data.Mapping build) {
    return Diagnostic.at(
            build.spanOfKey("dockerfile_inline"),
            "two-dockerfiles",
            "it has a `dockerfile` and a `dockerfile_inline`")
        .label("which of them?");
  }

  private static Optional<Diagnostic> never(Data.Mapping body) {
    return new View(body, TextResolver.AS_WRITTEN)
        .text("pull_policy")
        .filter("never"::equals)
        .map(
            word ->
                Diagnostic.at(
                        body.spanOfValue("pull_policy"),
                        "pull-and-build",
                        "the engine's builder pulls what a Dockerfile builds on and is not there")
                    .help("Leave `pull_policy` out: what is there already is not pulled."));
  }

  private static Optional<Diagnostic> folder(Draft draft, View view, String folder, Span place) {
    if (folder.matches(ELSEWHERE)) {
      return Optional.of(
          Diagnostic.at(place, "bad-context", "`" + folder + "` is no folder of this machine")
              .help("Fetch it first, as with git clone, and give the folder."));
    }
    Path root = Beside.of(draft, folder);
    if (!Files.isDirectory(root)) {
      String what = Files.exists(root) ? "` is no folder" : "` does not exist";
      return Optional.of(
          Diagnostic.at(place, "bad-context", "the folder to build from: `" + folder + what)
              .help("It is looked for beside the scenario's file."));
    }
    return view.map().get("dockerfile_inline").isPresent()
        ? Optional.empty()
        : dockerfile(draft, view.map(), root, folder, place);
  }

  private static Optional<Diagnostic> dockerfile(
      Draft draft, Data.Mapping build, Path root, String folder, Span place) {
    Optional<Data> written = build.get("dockerfile");
    String name = written.map(Nets::written).orElse("Dockerfile");
    if (written.filter(data -> !draft.isKnown(data)).isPresent()
        || Files.isRegularFile(root.resolve(name))) {
      return Optional.empty();
    }
    return Optional.of(
        Diagnostic.at(
                written.map(Data::span).orElse(place),
                "no-dockerfile",
                "there is no file `" + name + "` in the folder `" + folder + "`")
            .help(
                "`dockerfile` gives another name, relative to the folder; `dockerfile_inline` takes"
                    + " the text itself."));
  }
}
