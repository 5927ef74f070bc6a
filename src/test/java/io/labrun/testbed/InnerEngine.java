package io.labrun.testbed;

import io.labrun.docker.DockerConnector;
import io.labrun.docker.Surroundings;
import io.labrun.plan.Labels;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * An engine of a test's own, in a container of docker:dind on the real engine: what changes an
 * engine as a whole, a swarm, is done there. It has the image busybox, and is removed in the end.
 */
public final class InnerEngine implements AutoCloseable {
  private static final String IMAGE = "docker:dind";
  private static final String SCRIPT = "scenarios/docker-in-docker/engine.sh";

  private final String container;
  private final String address;

  private InnerEngine(String container, String address) {
    this.container = container;
    this.address = address;
  }

  /**
   * Starts one and waits until it answers.
   *
   * @param words options of dockerd
   */
  public static InnerEngine start(String... words) {
    StandIns.bring(List.of(IMAGE));
    try {
      String id = create(words);
      InnerEngine inner = new InnerEngine(id, ready(id));
      inner.load("busybox");
      return inner;
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String create(String... words) throws IOException {
    long pid = ProcessHandle.current().pid();
    List<String> command =
        new ArrayList<>(
            List.of(
                "create",
                "--label=" + Labels.RUN + "=inner-engine",
                "--label=" + Labels.OWNER + "=test:" + pid + ":0",
                "--env=DOCKER_SERVICE_PREFER_OFFLINE_IMAGE=1",
                "--env=GOGC=400",
                "--cap-add=SYS_ADMIN",
                "--cap-add=NET_ADMIN",
                // Without it, commands in containers of other users than root can't be run.
                "--cap-add=SYS_PTRACE",
                "--security-opt=seccomp=unconfined",
                "--security-opt=apparmor=unconfined",
                "--entrypoint=sh",
                IMAGE,
                "-c",
                // One that ends is started again, as on any machine.
                "while :; do sh /engine.sh \"$@\"; sleep 1; done",
                "engine"));
    command.addAll(List.of(words));
    String id = Docker.cli(command.toArray(String[]::new));
    Docker.cli("cp", SCRIPT, id + ":/engine.sh");
    Docker.cli("start", id);
    return id;
  }

  private static String ready(String id) throws IOException, InterruptedException {
    String form = "{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}";
    String address = Docker.cli("inspect", "--format=" + form, id);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!answers(address)) {
      if (System.nanoTime() > end) {
        String log = Docker.cli("logs", "--tail=20", id);
        Docker.cli("rm", "--force", "--volumes", id);
        throw new IllegalStateException("the inner engine does not answer:\n" + log);
      }
      Thread.sleep(50);
    }
    return address;
  }

  private static boolean answers(String address) {
    try (Engine engine = connect(address)) {
      return true;
    } catch (EngineException e) {
      return false;
    }
  }

  private static Engine connect(String address) {
    Map<String, String> environment = Map.of("DOCKER_HOST", "tcp://" + address + ":2375");
    Path home = Path.of(System.getProperty("user.home"));
    return new DockerConnector(Surroundings.of(environment, home)).connect(Optional.empty());
  }

  /** Gives it an image that the real engine has. */
  public void load(String image) throws IOException, InterruptedException {
    List<ProcessBuilder> pipe =
        List.of(
            new ProcessBuilder("docker", "save", image),
            new ProcessBuilder("docker", "--host", host(), "load")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD));
    for (Process process : ProcessBuilder.startPipeline(pipe)) {
      if (process.waitFor() != 0) {
        throw new IOException("the image " + image + " could not be handed over");
      }
    }
  }

  /** Its address on the real engine's default bridge. */
  public String address() {
    return address;
  }

  /** Where it answers, as a URL. */
  public String host() {
    return "tcp://" + address + ":2375";
  }

  /** Connects to it; the caller closes the connection. */
  public Engine connect() {
    return connect(address);
  }

  /** It dies, its containers with it, and is started again. */
  public void startAgain() throws IOException {
    String all = "$(cat /run/docker.pid) $(cat /run/docker/containerd/containerd.pid)";
    Docker.cli("exec", container, "sh", "-c", "kill -KILL " + all);
  }

  /** From now on it takes connections, and answers none. */
  public void fallSilent() throws IOException {
    Docker.cli("pause", container);
  }

  /** It goes on where it was. */
  public void answerAgain() throws IOException {
    Docker.cli("unpause", container);
  }

  @Override
  public void close() {
    try {
      Docker.cli("rm", "--force", "--volumes", container);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
