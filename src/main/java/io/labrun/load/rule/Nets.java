package io.labrun.load.rule;

import io.labrun.scenario.Data;
import io.labrun.scenario.Resource;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.IpAddress;
import io.labrun.scenario.spec.Subnet;
import io.labrun.scenario.spec.View;
import io.labrun.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at the addresses that a scenario gives networks and containers, with their places. */
final class Nets {
  private Nets() {}

  /**
   * A pool of a network as declared.
   *
   * @param network the network's key
   * @param subnet the subnet
   * @param span where it stands
   * @param map all that is said of the pool
   */
  record Pool(String network, Subnet subnet, Span span, Data.Mapping map) {

    /** An address or subnet under a key of the pool. */
    Optional<Data.Text> text(String key) {
      return map.get(key).filter(Data.Text.class::isInstance).map(Data.Text.class::cast);
    }
  }

  /**
   * A container's place on a network.
   *
   * @param container the container's key
   * @param network the network's key
   * @param map what is said of it; empty where only its name is given
   */
  record Attachment(String container, String network, Data.Mapping map) {}

  /** A fixed address as text, with its place; empty where it is not known yet. */
  static Optional<IpAddress> address(Draft draft, Data data) {
    return draft.isKnown(data) && data instanceof Data.Text text
        ? IpAddress.parse(text.template().asWritten())
        : Optional.empty();
  }

  /** A scalar's text, its variables filled in. */
  static String written(Data data) {
    return new View(Data.Mapping.of(List.of(), data.span()), TextResolver.AS_WRITTEN)
        .scalar(data)
        .orElse("");
  }

  /** The pools of all networks whose subnets are known. */
  static List<Pool> pools(Draft draft) {
    List<Pool> out = new ArrayList<>();
    draft.scenario().networks().values().forEach(network -> out.addAll(pools(draft, network)));
    return out;
  }

  /** The pools of one network whose subnets are known. */
  static List<Pool> pools(Draft draft, Resource network) {
    List<Pool> out = new ArrayList<>();
    for (View config : configs(network)) {
      Optional<Data> written = config.map().get("subnet").filter(draft::isKnown);
      if (written.isPresent() && written.get() instanceof Data.Text text) {
        Subnet.parse(text.template().asWritten())
            .ifPresent(s -> out.add(new Pool(network.key(), s, text.span(), config.map())));
      }
    }
    return out;
  }

  /** Whether a network's subnets are all known, so that one can say what is outside of them. */
  static boolean allKnown(Draft draft, Resource network) {
    boolean external = new View(network.body(), TextResolver.AS_WRITTEN).flag("external");
    return !external && pools(draft, network).size() == configs(network).size();
  }

  private static List<View> configs(Resource network) {
    return new View(network.body(), TextResolver.AS_WRITTEN).view("ipam").views("config");
  }

  /** The networks that a container or service names under `networks`, each with its place. */
  static Map<String, Span> named(Resource workload) {
    Map<String, Span> out = new LinkedHashMap<>();
    Data value = workload.body().get("networks").orElse(null);
    if (value instanceof Data.Mapping map) {
      map.entries().values().forEach(entry -> out.put(entry.key(), entry.keySpan()));
    } else if (value instanceof Data.Seq seq) {
      seq.items().forEach(item -> out.put(written(item), item.span()));
    }
    return out;
  }

  /** The places of all containers on networks. */
  static List<Attachment> attachments(Draft draft) {
    List<Attachment> out = new ArrayList<>();
    for (Resource container : draft.scenario().containers().values()) {
      Optional<Data> networks = container.body().get("networks");
      if (networks.isPresent() && networks.get() instanceof Data.Mapping map) {
        map.entries().values().forEach(e -> out.add(attachment(container, e)));
      }
    }
    return out;
  }

  private static Attachment attachment(Resource container, Data.Entry entry) {
    Data.Mapping map =
        entry.value() instanceof Data.Mapping mapping
            ? mapping
            : Data.Mapping.of(List.of(), entry.keySpan());
    return new Attachment(container.key(), entry.key(), map);
  }
}
