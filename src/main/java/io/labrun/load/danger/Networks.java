package io.labrun.load.danger;

import io.labrun.scenario.Data;
import io.labrun.scenario.Grant;
import io.labrun.scenario.Resource;
import io.labrun.scenario.Template;
import io.labrun.scenario.spec.View;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Networks that lead onto the machine's own: those that others have made, and those on an interface
 * that the scenario has not brought itself.
 *
 * <p>An interface is the scenario's own if a bridge of its own has that name, and the name holds
 * {@code ${run.id}} or {@code ${run.name}}: any other name might be one of the machine's, and the
 * engine would take that. A parent that a person names with {@code --set} is their choice. The
 * engine's default network {@code bridge} is where every container is that names none.
 */
final class Networks implements Finder {
  private static final String BRIDGE_NAME = "com.docker.network.bridge.name";
  private static final List<String> PARENTS =
      List.of("parent", "com.docker.network.windowsshim.interface");
  private static final Set<String> HARMLESS = Set.of("bridge", "none");

  @Override
  public void find(Search search) {
    Set<String> own = new HashSet<>();
    search.draft().scenario().networks().values().forEach(network -> bridge(search, network, own));
    search.draft().scenario().networks().values().forEach(network -> find(search, network, own));
  }

  private static void bridge(Search search, Resource network, Set<String> own) {
    Data.Mapping options = Search.view(network).view("driver_opts").map();
    options.get(BRIDGE_NAME).ifPresent(name -> bridge(search, name, own));
  }

  private static void bridge(Search search, Data name, Set<String> own) {
    if (isOfRun(name)) {
      own.add(Search.text(name));
    } else if (!search.draft().unfilled().contains(name) && !search.isChosen(name)) {
      search.danger(
          Grant.HOST_NETWORK,
          name.span(),
          "`"
              + Search.text(name)
              + "`, without `${run.id}` in it, may be an interface of this machine");
    }
  }

  private static boolean isOfRun(Data name) {
    return name instanceof Data.Text text
        && text.template().lives().stream()
            .map(Template.Live::ref)
            .anyMatch(ref -> ref.root().equals("run"));
  }

  private static void find(Search search, Resource network, Set<String> own) {
    View view = Search.view(network);
    String name = view.text("name").orElse(network.key());
    if (view.flag("external") && !HARMLESS.contains(name)) {
      search.danger(
          Grant.HOST_NETWORK,
          view.map().spanOfKey("external"),
          "the network `" + name + "` is not the scenario's own");
    }
    for (String key : PARENTS) {
      view.view("driver_opts").map().get(key).ifPresent(parent -> parent(search, parent, own));
    }
  }

  private static void parent(Search search, Data parent, Set<String> own) {
    boolean harmless = own.contains(Search.text(parent)) || search.isChosen(parent);
    if (harmless) {
      search.harmless(Grant.HOST_NETWORK, parent.span());
    } else if (!search.draft().unfilled().contains(parent)) {
      search.danger(
          Grant.HOST_NETWORK,
          parent.span(),
          "`" + Search.text(parent) + "` is no bridge of the scenario's own");
    }
  }
}
