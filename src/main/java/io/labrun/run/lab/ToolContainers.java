package io.labrun.run.lab;

import io.labrun.event.Problem;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.EngineException.Kind;
import io.labrun.run.engine.ObjectKind;
import io.labrun.run.engine.Tree;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes tool containers when they are asked for, and keeps them while their subject runs.
 *
 * <p>A subject that was started anew has a new network namespace and so gets a new tool container.
 * Safe for use by several threads at once.
 */
public final class ToolContainers implements Probes {
  private final Lab lab;
  private final Map<String, String> labels;
  private final Map<String, Slot> slots = new ConcurrentHashMap<>();

  /**
   * Tool containers for the subjects of a lab.
   *
   * @param labels what everything of the run carries
   */
  public ToolContainers(Lab lab, Map<String, String> labels) {
    this.lab = lab;
    this.labels = Map.copyOf(labels);
  }

  @Override
  public String in(String subject) {
    return slot(subject).get(subject);
  }

  @Override
  public void letGo(String subject) {
    slot(subject).empty(subject);
  }

  private Slot slot(String subject) {
    return slots.computeIfAbsent(subject, key -> new Slot());
  }

  /** The place of one subject's tool container; who comes while it is made waits for it. */
  private final class Slot {
    private String subjectLife = "";
    private String tool = "";

    synchronized String get(String subject) {
      String life = life(subject);
      if (!life.equals(subjectLife)) {
        empty(subject);
        tool = make(subject, lab.engineOf(subject));
        subjectLife = life;
      }
      return tool;
    }

    synchronized void empty(String subject) {
      if (!tool.isEmpty()) {
        lab.engineOf(subject).removeContainer(tool);
      }
      tool = "";
      subjectLife = "";
    }
  }

  /** What tells one life of a subject from the next: each start gives a new network namespace. */
  private String life(String subject) {
    if (subject.equals(ENGINE)) {
      return ENGINE;
    }
    if (lab.plan().scenario().hosts().containsKey(subject)) {
      return hostLife(subject);
    }
    ContainerState state = ContainerState.of(lab, subject);
    if (!state.isRunning()) {
      throw Ended.problem(lab, subject, state);
    }
    return lab.containers().get(subject) + " " + state.startedAt();
  }

  private String hostLife(String host) {
    if (lab.hosts().isMachine(host)) {
      throw ProblemException.lasting(
          Problem.of(
                  "no check starts from the host `%s`: it is a machine of its own, and labrun enters"
                          .formatted(host)
                      + " nothing there but its own containers")
              .help(
                  "a container on it with `host: %s` and `network_mode: host` has that machine's"
                          .formatted(host)
                      + " network: start from that one",
                  "without `--host-of` the host is made for the run, and checks start from it"));
    }
    String container = lab.hosts().container(host);
    Tree tree = new Tree(lab.engine().inspect(ObjectKind.CONTAINER, container));
    return container + " " + new ContainerState(tree).startedAt();
  }

  private String make(String subject, Engine engine) {
    String image = lab.plan().scenario().defaults().probeImage();
    ToolRequest request = new ToolRequest(lab, image, subject, labels);
    try {
      String id = create(request, engine);
      engine.start(id);
      return id;
    } catch (EngineException e) {
      if (e.kind() == Kind.UNREACHABLE || e.kind() == Kind.INTERRUPTED) {
        throw e;
      }
      throw ProblemException.passing(
          Problem.of("the tool container beside `%s` can't run".formatted(subject))
              .details(List.of(e.getMessage()))
              .help(
                  "it is made from `defaults.probe_image`, here `%s`, and needs `sleep` there"
                      .formatted(image)));
    }
  }

  /** One that an earlier process left standing under the same name is of no use any more. */
  private String create(ToolRequest request, Engine engine) {
    try {
      return engine.createContainer(request.toRequest());
    } catch (EngineException e) {
      if (e.kind() != Kind.CONFLICT) {
        throw e;
      }
      engine.removeContainer(request.name());
      return engine.createContainer(request.toRequest());
    }
  }
}
