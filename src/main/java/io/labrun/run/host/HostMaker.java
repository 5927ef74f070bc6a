package io.labrun.run.host;

import io.labrun.plan.HostContainer;
import io.labrun.plan.Labels;
import io.labrun.plan.StepKind;
import io.labrun.run.lab.Lab;
import io.labrun.run.lab.Subnets;
import io.labrun.run.tar.Tar;
import io.labrun.scenario.spec.HostSpec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the hosts of a scenario on its own engine. */
public final class HostMaker {
  private final Lab lab;
  private final Map<String, String> labels;
  private final Subnets subnets;
  private volatile Underlay underlay;

  /**
   * A maker.
   *
   * @param labels what everything of the run carries
   * @param subnets what is asked for on the lab's engine
   */
  public HostMaker(Lab lab, Map<String, String> labels, Subnets subnets) {
    this.lab = lab;
    this.subnets = subnets;
    this.labels = Map.copyOf(labels);
  }

  /** Makes the network that the hosts share. */
  public void underlay() {
    underlay = Underlay.make(lab, labels(StepKind.UNDERLAY_KEY), subnets);
  }

  /** Makes a host and switches it on; its engine may take a moment to answer. */
  public void make(String key) {
    HostSpec spec = HostSpec.read(lab.plan().scenario().hosts().get(key));
    String name = HostContainer.name(lab.plan().run(), key);
    HostRequest request = new HostRequest(key, spec, name, labels(key), underlay.place(lab, key));
    String id = lab.engine().createContainer(request.toRequest());
    lab.hosts().stands(key, id);
    lab.engine().copyInto(id, "/", script());
    lab.engine().start(id);
  }

  /** Finds a host that stands, and its engine. */
  public void find(String key, String containerId) {
    lab.hosts().stands(key, containerId);
    HostEngine.connect(key, lab);
  }

  private Map<String, String> labels(String key) {
    Map<String, String> out = new LinkedHashMap<>(labels);
    out.put(Labels.KEY, key);
    out.put(Labels.ROLE, Labels.HOST_ROLE);
    return out;
  }

  private static byte[] script() {
    byte[] script = HostContainer.script().getBytes(StandardCharsets.UTF_8);
    return Tar.of(Path.of("/"), List.of(Tar.Entry.file(HostContainer.SCRIPT, script, true)));
  }
}
