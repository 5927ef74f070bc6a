package io.labrun.run.host;

import io.labrun.plan.Labels;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.LabelledObject;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Removes a run's mark from an engine, and with the last one takes the engine out of the swarm that
 * labrun made it a member of.
 *
 * <p>Who leaves says so by a volume before the mark goes, and looks for other marks then; who comes
 * puts a mark first and looks for such a volume then. So one of the two sees the other. A run that
 * is killed in between leaves either volume, and {@code labrun clean} goes on from it.
 */
public final class SwarmExit {
  private final Engine engine;

  /** The exit of one engine. */
  public SwarmExit(Engine engine) {
    this.engine = engine;
  }

  /** Removes a mark, or goes on where somebody was killed who did so. */
  public void remove(LabelledObject mark) {
    String leaving = mark.name();
    if (mark.labels().get(Labels.ROLE).equals(Labels.SWARM_ROLE)) {
      leaving = announce(mark);
      engine.removeVolume(mark.id());
    }
    boolean last = SwarmMark.of(engine, Labels.SWARM_ROLE).findAny().isEmpty();
    if (last && Membership.of(engine).isLabruns(mark.labels())) {
      engine.swarm().leave();
    }
    engine.removeVolume(leaving);
  }

  private String announce(LabelledObject mark) {
    Map<String, String> labels = new LinkedHashMap<>(mark.labels());
    labels.put(Labels.ROLE, Labels.LEAVING_ROLE);
    String name = labels.get(Labels.RUN) + "_leaving";
    return engine.createVolume(SwarmMark.volume(name, labels));
  }
}
