package io.labrun.load.danger;

import io.labrun.scenario.Data;
import io.labrun.scenario.Grant;
import io.labrun.scenario.Resource;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.MountSpec;
import io.labrun.scenario.spec.View;
import io.labrun.source.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Mounted places below a folder that a container may write to: it could put a link there, and at
 * the next start of a container the engine would follow that to anywhere on the machine.
 */
final class Replaceable implements Finder {

  /** A place of the scenario's folder that is mounted. */
  private record Mounted(String written, Path end, Span span, boolean writable) {
    boolean isAbove(Mounted other) {
      return writable && other.end.startsWith(end) && !other.end.equals(end);
    }
  }

  @Override
  public void find(Search search) {
    List<Mounted> all = new ArrayList<>();
    for (Resource container : search.containers()) {
      for (Data item : Search.view(container).items("volumes")) {
        mount(search, item, all);
      }
    }
    for (Resource volume : search.draft().scenario().volumes().values()) {
      View options = Search.view(volume).view("driver_opts");
      add(search, options.map().get("device"), true, all);
    }
    for (Mounted place : all) {
      all.stream()
          .filter(above -> above.isAbove(place))
          .findFirst()
          .ifPresent(above -> search.danger(Grant.HOST_PATHS, place.span(), words(place, above)));
    }
  }

  private static void mount(Search search, Data item, List<Mounted> all) {
    if (item instanceof Data.Mapping map) {
      View view = new View(map, TextResolver.AS_WRITTEN);
      if (view.text("type").filter("bind"::equals).isPresent()) {
        add(search, map.get("source"), !view.flag("read_only"), all);
      }
    } else if (item instanceof Data.Text text) {
      MountSpec mount = MountSpec.parse(text.template().asWritten());
      if (mount.type() == MountSpec.Type.BIND) {
        add(search, mount.source(), text.span(), !mount.readOnly(), all);
      }
    }
  }

  private static void add(
      Search search, Optional<Data> source, boolean writable, List<Mounted> all) {
    source
        .filter(search.draft()::isKnown)
        .ifPresent(data -> add(search, Search.text(data), data.span(), writable, all));
  }

  /** What lies elsewhere is judged as such. */
  private static void add(
      Search search, String written, Span span, boolean writable, List<Mounted> all) {
    if (search.isOwn(written)) {
      all.add(new Mounted(written, search.end(written), span, writable));
    }
  }

  private static String words(Mounted place, Mounted above) {
    return "a container may write to `"
        + above.written()
        + "` (without `:ro`) and make `"
        + place.written()
        + "` a link to anywhere";
  }
}
