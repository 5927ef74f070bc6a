package io.labrun.run.action;

import io.labrun.run.lab.Gone;
import io.labrun.run.lab.Lab;
import io.labrun.run.lab.LocalFiles;
import io.labrun.run.lab.Probes;
import io.labrun.scenario.TextResolver;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What an action may use.
 *
 * @param lab what stands
 * @param probes tool containers; those of a container that stops or restarts must be let go
 * @param maker makes what is declared
 * @param resolver looks live values up
 * @param timeout bound of a command
 * @param folder where relative paths of the scenario start
 */
public record ActionContext(
    Lab lab, Probes probes, Maker maker, TextResolver resolver, Duration timeout, Path folder) {

  /** The files that the scenario may read. */
  LocalFiles files() {
    return LocalFiles.of(lab.plan(), folder);
  }

  /** The id of a container that stands; a problem if it has gone by itself. */
  String standing(String key) {
    String id = lab.containers().get(key);
    if (Gone.hasLeft(lab, key)) {
      throw Gone.problem(lab, key);
    }
    return id;
  }

  /** Makes what the scenario declares, by key, and notes in the lab that it stands. */
  public interface Maker {
    /** Makes a container, without starting it, and gives its id. */
    String container(String key);

    /** Makes a network and gives its id. */
    String network(String key);

    /** Makes a volume and gives its name. */
    String volume(String key);

    /** Makes a Swarm service, waits until its tasks run and gives its id. */
    String service(String key);

    /** Has a service another number of tasks, and waits until as many run. */
    void scale(String key, long replicas);

    /**
     * Changes a service and waits until its tasks are replaced.
     *
     * @throws io.labrun.run.lab.ProblemException with the swarm's words if it gave the update up
     */
    void update(String key, ServiceChange change);
  }
}
