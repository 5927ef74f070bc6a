package io.labrun.load.rule;

import io.labrun.load.schema.Place;
import io.labrun.scenario.Data;
import io.labrun.scenario.Resource;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.BuildSpec;
import io.labrun.scenario.spec.MountSpec;
import io.labrun.scenario.spec.View;
import io.labrun.source.Span;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A path of this machine that a scenario names.
 *
 * @param written as it is written; a Dockerfile's behind its context
 * @param span where it stands
 * @param use what for
 */
public record LocalPath(String written, Span span, Use use) {

  /** What a path is named for. */
  enum Use {
    /** A file to read. */
    FILE,
    /** A file that says how an image is built from its context. */
    DOCKERFILE,
    /** A folder to build from. */
    CONTEXT,
    /** All that is there is seen in a container. */
    MOUNT
  }

  /** All that are known now, in no order: no live value is in them. */
  public static List<LocalPath> all(Draft draft) {
    List<LocalPath> out = new ArrayList<>();
    for (Place place : draft.places()) {
      boolean path = place.annotation("x-labrun-format").filter("host-path"::equals).isPresent();
      Optional<String> key = place.entry().map(Data.Entry::key);
      if (path && place.value() instanceof Data.Text && draft.isKnown(place.value())) {
        boolean context = key.filter(k -> k.equals("build") || k.equals("context")).isPresent();
        out.add(of(place.value(), context ? Use.CONTEXT : Use.FILE));
        key.filter("build"::equals).ifPresent(k -> out.add(dockerfile(place.value())));
      }
    }
    draft.workloads().forEach(container -> ofContainer(draft, container, out));
    draft.scenario().volumes().values().forEach(volume -> ofVolume(draft, volume, out));
    return out;
  }

  private static LocalPath of(Data data, Use use) {
    return new LocalPath(Nets.written(data), data.span(), use);
  }

  private static LocalPath dockerfile(Data context) {
    String file = Nets.written(context) + "/" + BuildSpec.DOCKERFILE;
    return new LocalPath(file, context.span(), Use.DOCKERFILE);
  }

  private static void ofContainer(Draft draft, Resource container, List<LocalPath> out) {
    View view = new View(container.body(), TextResolver.AS_WRITTEN);
    for (Data item : view.items("volumes")) {
      if (item instanceof Data.Mapping map) {
        if (new View(map, TextResolver.AS_WRITTEN)
            .text("type")
            .filter("bind"::equals)
            .isPresent()) {
          map.get("source").filter(draft::isKnown).ifPresent(data -> out.add(of(data, Use.MOUNT)));
        }
      } else {
        MountSpec mount = MountSpec.parse(Nets.written(item));
        if (mount.type() == MountSpec.Type.BIND) {
          out.add(new LocalPath(mount.source(), item.span(), Use.MOUNT));
        }
      }
    }
    container.body().mapping("build").ifPresent(build -> ofBuild(draft, build, out));
  }

  private static void ofBuild(Draft draft, Data.Mapping build, List<LocalPath> out) {
    Optional<Data> context = build.get("context");
    String folder = context.map(Nets::written).orElse(BuildSpec.PLAIN.context());
    if (context.isEmpty()) {
      out.add(new LocalPath(folder, build.span(), Use.CONTEXT));
    }
    Optional<Data> file = build.get("dockerfile");
    boolean known = Stream.of(context, file).flatMap(Optional::stream).allMatch(draft::isKnown);
    if (known && build.get("dockerfile_inline").isEmpty()) {
      String name = file.map(Nets::written).orElse(BuildSpec.DOCKERFILE);
      String whole = name.startsWith("/") ? name : folder + "/" + name;
      out.add(new LocalPath(whole, file.map(Data::span).orElse(build.span()), Use.DOCKERFILE));
    }
  }

  private static void ofVolume(Draft draft, Resource volume, List<LocalPath> out) {
    volume
        .body()
        .mapping("driver_opts")
        .ifPresent(
            options ->
                options.entries().values().stream()
                    .map(Data.Entry::value)
                    .filter(draft::isKnown)
                    .filter(value -> Nets.written(value).startsWith("/"))
                    .forEach(value -> out.add(of(value, Use.MOUNT))));
  }

  /** Where it leads from a folder, links not followed; empty if this machine has no such paths. */
  Optional<Path> whole(Path folder) {
    try {
      boolean home = written.equals("~") || written.startsWith("~/");
      Path base = home ? Path.of(System.getProperty("user.home", "/")) : folder;
      return Optional.of(base.resolve(written.replaceFirst("^~/*", "")).normalize());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
