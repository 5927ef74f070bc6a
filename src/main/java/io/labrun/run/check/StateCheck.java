package io.labrun.run.check;

import io.labrun.event.Problem;
import io.labrun.run.engine.Tree;
import io.labrun.run.lab.ContainerState;
import io.labrun.run.lab.Ended;
import io.labrun.run.lab.Gone;
import io.labrun.run.lab.Lab;
import io.labrun.run.lab.Place;
import io.labrun.run.lab.Places;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at the state of containers, in Compose-like words. */
final class StateCheck extends EachContainer {
  private static final String NEVER = "0001-01-01T00:00:00Z";
  private static final List<String> FIELDS =
      List.of(
          "status",
          "exit_code",
          "health",
          "oom_killed",
          "restarts",
          "image",
          "started",
          "pid",
          "hostname",
          "ip",
          "mac",
          "mounts",
          "networks");

  @Override
  public String kind() {
    return "state";
  }

  @Override
  Finding look(String key, CheckContext context) {
    Lab lab = context.lab();
    return ContainerState.find(lab, key)
        .map(state -> finding(key, fields(key, state, lab), Ended.describe(state)))
        .orElseGet(() -> absent(key, context));
  }

  /** What is not there has no address either: that is a claim only where its absence is one. */
  private static Finding absent(String key, CheckContext context) {
    Map<String, Object> fields = new LinkedHashMap<>();
    FIELDS.forEach(field -> fields.put(field, null));
    fields.put("status", "absent");
    String summary =
        Gone.hasLeft(context.lab(), key)
            ? "it has ended and was removed, as it has `rm: true`"
            : "there is no such container";
    Problem objection =
        Problem.of("there is no container `%s` now, so this proves nothing of it".formatted(key))
            .help("if that is what you claim, expect just this: `status: absent`");
    Control control = context.asksFor("status") ? Control.NONE : () -> Optional.of(objection);
    return new Finding(key, fields, summary, Optional.empty(), false, control);
  }

  private static Finding finding(String key, Map<String, Object> fields, String summary) {
    return new Finding(key, fields, summary, Optional.empty(), false, Control.NONE);
  }

  private static Map<String, Object> fields(String key, ContainerState state, Lab lab) {
    Tree tree = state.tree();
    List<Place> places = new Places(lab).of(key, state);
    boolean ended = state.hasEnded() || state.status().equals("restarting");
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("status", state.status());
    fields.put("exit_code", ended ? (Object) (long) state.exitCode() : null);
    fields.put("health", state.health().orElse("none"));
    fields.put("oom_killed", tree.flag("State", "OOMKilled"));
    fields.put("restarts", tree.whole("RestartCount"));
    fields.put("image", tree.text("Config", "Image").orElse(null));
    fields.put("started", state.startedAt().equals(NEVER) ? null : state.startedAt());
    fields.put("pid", tree.whole("State", "Pid"));
    fields.put("hostname", tree.text("Config", "Hostname").orElse(null));
    fields.put("ip", places.stream().flatMap(p -> p.ip().stream()).findFirst().orElse(null));
    fields.put("mac", places.stream().flatMap(p -> p.mac().stream()).findFirst().orElse(null));
    fields.put("mounts", new MountList(lab).of(tree));
    fields.put("networks", networks(places));
    return fields;
  }

  private static Map<String, Object> networks(List<Place> places) {
    Map<String, Object> out = new LinkedHashMap<>();
    for (Place place : places) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("ip", place.ip().orElse(null));
      one.put("ipv6", place.ipv6().orElse(null));
      one.put("mac", place.mac().orElse(null));
      one.put("gateway", place.gateway().orElse(null));
      one.put("aliases", place.aliases());
      out.put(place.network(), one);
    }
    return out;
  }
}
