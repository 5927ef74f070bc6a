package io.labrun.load.danger;

import io.labrun.scenario.Data;
import io.labrun.scenario.Grant;
import io.labrun.scenario.Resource;
import io.labrun.scenario.spec.BuildSpec;
import java.util.Optional;
import java.util.Set;

/** Builds that read a file from elsewhere, or that run in a network which is not their own. */
final class Builds implements Finder {
  /**
   * Before a build nothing of the scenario stands: any other network or container is not its own.
   */
  private static final Set<String> HARMLESS = Set.of("none", "default", "bridge");

  @Override
  public void find(Search search) {
    for (Resource container : search.containers()) {
      Optional<Data> build = container.body().get("build");
      if (build.isPresent() && build.get() instanceof Data.Mapping map) {
        find(search, container, map);
      } else if (build.isPresent() && search.draft().isKnown(build.get())) {
        inside(search, build.get(), BuildSpec.DOCKERFILE);
        inside(search, build.get(), BuildSpec.IGNORE);
      }
    }
  }

  private static void find(Search search, Resource container, Data.Mapping build) {
    Optional<Data> context = build.get("context");
    Optional<Data> file = build.get("dockerfile");
    if (file.isPresent()) {
      dockerfile(search, context, file.get());
    } else if (context.isPresent() && search.draft().isKnown(context.get())) {
      inside(search, context.get(), BuildSpec.DOCKERFILE);
    }
    if (context.isEmpty()) {
      search.path(BuildSpec.IGNORE, build.span());
    } else if (search.draft().isKnown(context.get())) {
      inside(search, context.get(), BuildSpec.IGNORE);
    }
    build.get("network").ifPresent(network -> network(search, container, network));
  }

  /** A file of the context; one that lies elsewhere as a whole is judged as such. */
  private static void inside(Search search, Data context, String name) {
    String folder = Search.text(context);
    if (search.isOwn(folder)) {
      search.path(folder + "/" + name, context.span());
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
    } else if (HARMLESS.contains(Search.text(network))) {
      search.harmless(Grant.HOST_NETWORK, network.span());
    } else {
      String whose = Search.text(network).equals("host") ? "this machine's" : "somebody's";
      search.danger(
          Grant.HOST_NETWORK,
          network.span(),
          "the build of `" + container.key() + "` shares " + whose + " network");
    }
  }
}
