package io.labrun.run;

import io.labrun.run.action.ActionContext;
import io.labrun.run.action.ServiceChange;
import io.labrun.run.lab.Lab;
import io.labrun.run.lab.LiveValues;
import io.labrun.scenario.TextResolver;
import java.util.function.Supplier;

/**
 * Makes all that a scenario declares, when the lab is set up and by actions later.
 *
 * @param containers makes containers
 * @param networks makes networks
 * @param volumes makes volumes
 * @param services makes Swarm services
 */
record Makers(
    ContainerMaker containers, NetworkMaker networks, VolumeMaker volumes, ServiceMaker services)
    implements ActionContext.Maker {

  /** Those of a lab; live values are looked up anew for each thing that is made. */
  static Makers of(Lab lab, RunSettings settings, RunLabels labels, Cancellation cancellation) {
    Supplier<TextResolver> live = () -> new LiveValues(lab);
    Neighbours neighbours = new Neighbours(settings.lives(), cancellation);
    return new Makers(
        new ContainerMaker(lab, settings, labels, live),
        new NetworkMaker(lab, labels, live, settings.share().subnets(), neighbours),
        new VolumeMaker(lab, labels, live),
        new ServiceMaker(lab, settings, labels, live, cancellation));
  }

  @Override
  public String container(String key) {
    return containers.make(key);
  }

  @Override
  public String network(String key) {
    return networks.make(key);
  }

  @Override
  public String volume(String key) {
    return volumes.make(key);
  }

  @Override
  public String service(String key) {
    return services.make(key);
  }

  @Override
  public void scale(String key, long replicas) {
    services.scale(key, replicas);
  }

  @Override
  public void update(String key, ServiceChange change) {
    services.update(key, change);
  }

  /** Finds what is external, for a lab whose own stands already. */
  void findExternal() {
    networks.findExternal();
    volumes.findExternal();
  }
}
