package io.labrun.run.lab;

import io.labrun.event.Problem;
import io.labrun.plan.HostContainer;
import io.labrun.plan.RunResolver;
import io.labrun.scenario.LiveRef;
import io.labrun.scenario.LiveRoot;
import io.labrun.scenario.Template;
import io.labrun.scenario.TextResolver;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Looks live values up in a lab (language, "Variables"); which there are says {@link LiveRoot}.
 *
 * <p>One belongs to one attempt or step: what it has seen of a container or network it does not
 * look at again. Not for use by several threads at once.
 */
public final class LiveValues implements TextResolver {
  private final Lab lab;
  private final RunResolver run;
  private final LiveContainers containers;
  private final LiveNetworks networks;
  private final LiveVolumes volumes;

  /** Looks at a lab as it is from now on. */
  public LiveValues(Lab lab) {
    this.lab = lab;
    this.run = new RunResolver(lab.plan().run());
    this.containers = new LiveContainers(lab);
    this.networks = new LiveNetworks(lab);
    this.volumes = new LiveVolumes(lab);
  }

  /**
   * The text of a template.
   *
   * @throws ProblemException if a live value can't be looked up, in words, with its place
   */
  @Override
  public String resolve(Template template) {
    return template.parts().stream().map(this::text).collect(Collectors.joining());
  }

  private String text(Template.Part part) {
    if (part instanceof Template.Literal literal) {
      return literal.text();
    }
    Template.Live live = (Template.Live) part;
    try {
      return value(live.ref());
    } catch (ProblemException e) {
      throw e.at(live.span());
    }
  }

  private String value(LiveRef ref) {
    String root = ref.root();
    Optional<String> known = run.value(ref).or(() -> captured(ref));
    if (known.isPresent()) {
      return known.get();
    }
    var scenario = lab.plan().scenario();
    if (scenario.containers().containsKey(root) && fits(LiveRoot.CONTAINER, ref)) {
      return containers.value(root, ref.path());
    }
    if (scenario.hosts().containsKey(root) && fits(LiveRoot.HOST, ref)) {
      return host(root, ref.path().get(0));
    }
    if (scenario.services().containsKey(root) && fits(LiveRoot.SERVICE, ref)) {
      return ref.path().get(0).equals("id")
          ? lab.services().get(root)
          : lab.plan().names().services().get(root);
    }
    if (scenario.networks().containsKey(root) && fits(LiveRoot.NETWORK, ref)) {
      return networks.value(root, ref.path());
    }
    if (scenario.volumes().containsKey(root) && fits(LiveRoot.VOLUME, ref)) {
      return volumes.value(root, ref.path());
    }
    throw ProblemException.lasting(
        Problem.of("`${%s}` has no value at this point".formatted(ref))
            .help("a value that an earlier assertion captures is there once that one has passed"));
  }

  private String host(String key, String field) {
    return field.equals("name")
        ? HostContainer.name(lab.plan().run(), key)
        : lab.hosts().address(key);
  }

  private Optional<String> captured(LiveRef ref) {
    return ref.path().isEmpty() ? lab.captured(ref.root()) : Optional.empty();
  }

  private static boolean fits(LiveRoot root, LiveRef ref) {
    return root.path(ref.path()).isPresent();
  }
}
