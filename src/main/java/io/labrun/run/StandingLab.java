package io.labrun.run;

import io.labrun.plan.Labels;
import io.labrun.run.engine.LabelledObject;
import io.labrun.run.engine.ObjectKind;
import io.labrun.run.host.HostMaker;
import io.labrun.run.lab.Ids;
import io.labrun.run.lab.Lab;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Learns from labels what stands already of a lab. */
final class StandingLab {
  private final Lab lab;
  private final HostMaker hosts;

  StandingLab(Lab lab, HostMaker hosts) {
    this.lab = lab;
    this.hosts = hosts;
  }

  /** Finds all that the engines tell. */
  void find() {
    Map<String, String> labels = RunLabels.of(lab.plan().run());
    List<LabelledObject> own = lab.engine().labelled(labels);
    note(own);
    own.stream()
        .filter(StandingLab::isRunningHost)
        .forEach(host -> hosts.find(label(host, Labels.KEY), host.id()));
    lab.hosts().all().values().forEach(host -> note(host.labelled(labels)));
  }

  private static boolean isRunningHost(LabelledObject object) {
    return object.kind() == ObjectKind.CONTAINER
        && label(object, Labels.ROLE).equals(Labels.HOST_ROLE)
        && object.status().equals("running");
  }

  private void note(List<LabelledObject> objects) {
    for (LabelledObject object : objects) {
      if (label(object, Labels.ROLE).equals(Labels.LAB_ROLE)) {
        boolean named = object.kind() == ObjectKind.VOLUME;
        ids(object.kind())
            .ifPresent(
                ids -> ids.stands(label(object, Labels.KEY), named ? object.name() : object.id()));
      }
    }
  }

  private Optional<Ids> ids(ObjectKind kind) {
    return switch (kind) {
      case CONTAINER -> Optional.of(lab.containers());
      case NETWORK -> Optional.of(lab.networks());
      case SERVICE -> Optional.of(lab.services());
      case VOLUME -> Optional.of(lab.volumes());
      default -> Optional.empty();
    };
  }

  private static String label(LabelledObject object, String name) {
    return object.labels().getOrDefault(name, "");
  }
}
