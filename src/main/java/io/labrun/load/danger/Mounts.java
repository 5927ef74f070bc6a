package io.labrun.load.danger;

import io.labrun.scenario.Data;
import io.labrun.scenario.Grant;
import io.labrun.scenario.Resource;
import io.labrun.scenario.Template;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.MountSpec;
import io.labrun.scenario.spec.ServiceSpec;
import io.labrun.scenario.spec.View;
import io.labrun.source.Span;

/** Bind mounts, in the short form and in the long one. */
final class Mounts implements Finder {
  @Override
  public void find(Search search) {
    search.draft().scenario().services().values().forEach(service -> templates(search, service));
    for (Resource container : search.containers()) {
      for (Data item : Search.view(container).items("volumes")) {
        if (item instanceof Data.Mapping map) {
          longForm(search, map);
        } else if (item instanceof Data.Text text && !search.draft().unfilled().contains(text)) {
          shortForm(search, text);
        }
      }
    }
  }

  /** What a swarm puts for {@code {{...}}} in a path comes from labels and names. */
  private static void templates(Search search, Resource service) {
    for (MountSpec mount : ServiceSpec.read(service, TextResolver.AS_WRITTEN).storage().mounts()) {
      if (mount.type() == MountSpec.Type.BIND && mount.source().contains("{{")) {
        search.danger(
            Grant.HOST_PATHS,
            service.body().spanOfValue("volumes"),
            "where `" + mount.source() + "` leads the swarm decides");
      }
    }
  }

  private static void shortForm(Search search, Data.Text text) {
    if (!isSourceKnown(text.template())) {
      search.unknown(text, "what is mounted here");
      return;
    }
    MountSpec mount = MountSpec.parse(text.template().asWritten());
    if (mount.type() == MountSpec.Type.BIND) {
      search.path(mount.source(), text.span());
      mount.propagation().ifPresent(how -> propagation(search, how, text.span()));
    } else {
      search.harmless(Grant.HOST_PATHS, text.span());
    }
  }

  /** A live value may hold a colon, so the source must end before the first of them. */
  private static boolean isSourceKnown(Template template) {
    return template.isLiteral()
        || template.parts().get(0) instanceof Template.Literal first && first.text().contains(":");
  }

  private static void longForm(Search search, Data.Mapping map) {
    View view = new View(map, TextResolver.AS_WRITTEN);
    String type = view.text("type").orElse("");
    boolean known = map.get("source").map(search.draft()::isKnown).orElse(true);
    if (type.equals("bind")) {
      map.get("source").ifPresent(search::path);
      view.view("bind")
          .text("propagation")
          .ifPresent(how -> propagation(search, how, map.spanOfValue("bind")));
    } else if (type.equals("volume") && !known) {
      search.unknown(map.get("source").orElseThrow(), "what is mounted here");
    }
  }

  /** What a container mounts below a shared folder is mounted on the machine too. */
  private static void propagation(Search search, String how, Span span) {
    if (how.endsWith("shared")) {
      search.danger(
          Grant.HOST_PATHS, span, "with `" + how + "` the container mounts things on this machine");
    }
  }
}
