package io.labrun.plan;

/** The labels on everything that labrun makes. */
public final class Labels {
  /** The run's name: all that one run made is found by it. */
  public static final String RUN = "io.labrun.run";

  /** The scenario's name. */
  public static final String SCENARIO = "io.labrun.scenario";

  /** Who made it: {@code user@host:pid:start}, the process to ask whether it is still wanted. */
  public static final String OWNER = "io.labrun.owner";

  /** The key within the scenario. */
  public static final String KEY = "io.labrun.key";

  /**
   * What part it plays: {@link #LAB_ROLE}, {@link #TASK_ROLE}, {@link #PROBE_ROLE}, {@link
   * #STEP_ROLE}, {@link #HOST_ROLE}, {@link #SWARM_ROLE} or {@link #LEAVING_ROLE}.
   */
  public static final String ROLE = "io.labrun.role";

  /** The role of what the scenario declares. */
  public static final String LAB_ROLE = "lab";

  /** The role of what the swarm makes for a service of the scenario. */
  public static final String TASK_ROLE = "task";

  /** The role of our tool containers. */
  public static final String PROBE_ROLE = "probe";

  /** The role of what a build that is not trusted is at or has left; see {@link #STEP}. */
  public static final String STEP_ROLE = "step";

  /** The scenario's file, as an absolute path. */
  public static final String FILE = "io.labrun.file";

  /** Values given with {@code --set}, as JSON. */
  public static final String VARS = "io.labrun.vars";

  /** When it is left standing on purpose: {@code failed}, {@code always} or {@code never}. */
  public static final String KEEP = "io.labrun.keep";

  /** Where the machines that are hosts of the run are reached: URLs with spaces between them. */
  public static final String MACHINES = "io.labrun.machines";

  /**
   * All of the above on an image, in one label, as JSON. Under their own names a container that
   * somebody else makes from the image would inherit them, and be taken for the run's.
   */
  public static final String IMAGE = "io.labrun.image";

  /**
   * With a run's name behind it, on every stage of a build that is not trusted: a label's value can
   * be changed by the Dockerfile, its name can't be taken away. Its value is the {@link #OWNER}.
   */
  public static final String STEP = "io.labrun.step.";

  /** The role of a container that is a host, and of the network that the hosts share. */
  public static final String HOST_ROLE = "host";

  /** The role of the mark, a volume, on an engine that a run made a member of a swarm. */
  public static final String SWARM_ROLE = "swarm";

  /** The role of what stands for that mark while the engine leaves the swarm. */
  public static final String LEAVING_ROLE = "leaving";

  /** On a mark: the manager of the swarm, as {@code address:port}, where the engine has joined. */
  public static final String MANAGER = "io.labrun.manager";

  private Labels() {}
}
