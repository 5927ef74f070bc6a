package io.labrun.load.danger;

import io.labrun.scenario.Data;
import io.labrun.scenario.Grant;
import io.labrun.scenario.Resource;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.BuildSpec;
import io.labrun.scenario.spec.View;
import java.util.Optional;

/** Builds whose Dockerfile lies elsewhere, or that run in the machine's own network. */
final class Builds implements Finder {
  @Override
  public void find(Search search) {
    for (Resource container : search.containers()) {
      Optional<Data> build = container.body().get("build");
      if (build.isPresent() && build.get() instanceof Data.Mapping map) {
        find(search, container, map);
      } else if (build.isPresent() && search.draft().isKnown(build.get())) {
        search.path(Search.text(build.get()) + "/" + BuildSpec.DOCKERFILE, build.get().span());
      }
    }
  }

  private static void find(Search search, Resource container, Data.Mapping build) {
    Optional<Data> context = build.get("context");
    Optional<Data> file = build.get("dockerfile");
    if (file.isPresent()) {
      dockerfile(search, context, file.get());
    } else if (context.isPresent() && search.draft().isKnown(context.get())) {
      search.path(Search.text(context.get()) + "/" + BuildSpec.DOCKERFILE, context.get().span());
    }
    View view = new View(build, TextResolver.AS_WRITTEN);
    Optional<Data> network = build.get("network");
    if (network.isPresent() && !view.text("network").equals(Optional.of("none"))) {
      network(search, container, network.get());
    }
  }

  /** It is looked for in the context. */
  private static void dockerfile(Search search, Optional<Data> context, Data file) {
    boolean known =
        search.draft().isKnown(file) && context.map(search.draft()::isKnown).orElse(true);
    if (known) {
      String folder = context.map(Search::text).orElse(".");
      String written = Search.text(file);
      search.path(written.startsWith("/") ? written : folder + "/" + written, file.span());
    } else {
      search.path(file);
    }
  }

  private static void network(Search search, Resource container, Data network) {
    if (!search.draft().isKnown(network)) {
      search.unknown(network, "whose network the build shares");
    } else if (Search.text(network).equals("host")) {
      search.danger(
          Grant.HOST_NETWORK,
          network.span(),
          "the build of `" + container.key() + "` shares this machine's network");
    } else {
      search.harmless(Grant.HOST_NETWORK, network.span());
    }
  }
}
