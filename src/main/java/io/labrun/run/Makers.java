package io.labrun.run;

import io.labrun.run.action.ActionContext;

/**
 * Makes all that a scenario declares, when the lab is set up and by actions later.
 *
 * @param containers makes containers
 * @param networks makes networks
 * @param volumes makes volumes
 */
record Makers(ContainerMaker containers, NetworkMaker networks, VolumeMaker volumes)
    implements ActionContext.Maker {
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

  /** Finds what is external, for a lab whose own stands already. */
  void findExternal() {
    networks.findExternal();
    volumes.findExternal();
  }
}
