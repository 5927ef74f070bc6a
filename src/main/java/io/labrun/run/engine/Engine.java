package io.labrun.run.engine;

import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A Docker engine.
 *
 * <p>Safe for use by several threads at once. Every call has a deadline of its own and fails with
 * an {@link EngineException}, never with a library's exception. Removing what is not there any more
 * is no failure.
 */
public interface Engine extends AutoCloseable {

  /** What the engine says of itself; asked once and kept. */
  EngineFacts facts();

  /**
   * Asks whether it answers at all, which costs it next to nothing.
   *
   * @param limit how long the answer may take
   * @throws EngineException of kind {@link EngineException.Kind#UNREACHABLE} or {@link
   *     EngineException.Kind#TIMEOUT} if it does not
   */
  void ping(Duration limit);

  /**
   * Gives up on it: calls that are under way and all that come fail at once, of kind {@link
   * EngineException.Kind#UNREACHABLE}; what they have done is not known.
   *
   * @param why what they say
   */
  void giveUp(String why);

  /** Takes back that it was given up. */
  void takeBack();

  /**
   * Waits until it answers, as one does soon that is just being started again.
   *
   * @param patience how long at most; one that was given up, or that ends with its run, is asked
   *     only once
   * @return whether it answers; false too if another engine answers in its place, or this thread is
   *     interrupted
   */
  boolean answersWithin(Duration patience);

  /** How many calls failed so far because it did not answer or the connection broke. */
  int breaks();

  /**
   * Fetches an image from its registry and makes sure that it is there afterwards.
   *
   * @param platform {@code os/arch}; empty for the engine's own
   * @param listener told of each layer's progress, from another thread
   */
  void pull(String reference, Optional<String> platform, Consumer<LayerProgress> listener);

  /**
   * Builds an image; the images it builds on are fetched where they are missing.
   *
   * @param context a tar archive with the Dockerfile in it
   * @param listener told of each step, as {@link LayerProgress#STEP}, and of each layer that is
   *     fetched, from another thread
   * @throws BuildFailedException if a step fails
   */
  void build(BuildRequest request, InputStream context, Consumer<LayerProgress> listener);

  /** Gives an image that is there one more name; another image that has it loses it. */
  void tagImage(String image, String reference);

  /** Removes an image's reference, and the image if it has no other. */
  void removeImage(String reference);

  /**
   * An archive of images as {@code docker save} makes it, read from the engine as it is made:
   * {@link #loadImages} of another engine may read it at once.
   *
   * @param references names of images that the engine has, or ids with their {@code sha256:}; with
   *     a name only this tag is saved, {@code latest} where none is written
   * @return a tar archive, to be closed by the caller; reading it fails with an {@link
   *     java.io.IOException} if the engine is silent for minutes
   * @throws EngineException of kind {@link EngineException.Kind#NOT_FOUND} if there is no such
   *     image
   */
  InputStream saveImages(List<String> references);

  /**
   * Gives the engine all images of an archive that {@code docker save} or {@link #saveImages} made,
   * under the names that it has for them; another image of such a name loses it.
   *
   * @param tar read to its end, but not closed
   * @throws EngineException if it can't be read, if the engine does not take it, or if there are no
   *     news for minutes; however long it takes otherwise
   */
  void loadImages(InputStream tar);

  /** Makes a network and gives its id. */
  String createNetwork(NetworkRequest request);

  /** Joins a container to a network. */
  void connect(String containerId, Endpoint endpoint);

  /** Takes a container off a network. */
  void disconnect(String containerId, String networkId);

  /** Removes a network; waits for endpoints that are just going away. */
  void removeNetwork(String id);

  /** Makes a volume and gives its name. */
  String createVolume(VolumeRequest request);

  /** Removes a volume. */
  void removeVolume(String name);

  /** The engine's part in a swarm. */
  Swarm swarm();

  /** What its containers and builds take, and limits for them. */
  Limiter limiter();

  /** Makes a container, on all its networks, without starting it, and gives its id. */
  String createContainer(ContainerRequest request);

  /** Starts a container. */
  void start(String containerId);

  /** Stops a container: its stop signal, then the kill after the grace period. */
  void stop(String containerId, Optional<Duration> grace);

  /** Stops and starts a container. */
  void restart(String containerId, Optional<Duration> grace);

  /** Sends a signal such as {@code SIGTERM} to a container's process 1. */
  void kill(String containerId, String signal);

  /** Freezes a container. */
  void pause(String containerId);

  /** Thaws a container. */
  void unpause(String containerId);

  /** Kills a container if it runs and removes it with its anonymous volumes. */
  void removeContainer(String containerId);

  /**
   * The engine's own JSON of an object, whole.
   *
   * @param kind what it is; for {@link ObjectKind#ENGINE} and {@link ObjectKind#VERSION} the id is
   *     ignored
   * @return maps, lists, text, Long, Double, Boolean and null
   * @throws EngineException of kind {@link EngineException.Kind#NOT_FOUND} if there is none
   */
  Map<String, Object> inspect(ObjectKind kind, String id);

  /**
   * All containers, networks, volumes and images that carry every one of these labels, and where
   * the engine is a manager of a swarm its services.
   *
   * @param labels values by name; an empty value stands for any
   */
  List<LabelledObject> labelled(Map<String, String> labels);

  /** Runs a command in a running container, to its end or to the deadline. */
  ExecResult exec(ExecRequest request);

  /** Unpacks a tar archive into an existing folder of a container. */
  void copyInto(String containerId, String folder, byte[] tar);

  /**
   * What a container has at a path. It sees the container's layers and volumes, running or not, but
   * not what exists in memory only: tmpfs, /proc, /sys and /dev.
   *
   * @param path a whole path
   * @param content whether a file is to be read too
   * @param limit how long that may take
   * @return empty if there is nothing; a folder above it that is missing is no failure
   */
  Optional<FileEntry> file(String containerId, String path, boolean content, Duration limit);

  /** The paths that a container's own layer has another way than its image, in no order. */
  List<LayerChange> changes(String containerId);

  /** The processes of a running container. */
  List<ProcessEntry> processes(String containerId);

  /**
   * All of a container's log, as far as the engine keeps it; without an exit code. A container with
   * a terminal has only a standard output.
   */
  ExecResult log(String containerId, Duration limit);

  /**
   * The end of a container's log.
   *
   * @param lines how many lines of each stream at most
   */
  ExecResult logs(String containerId, int lines);

  /**
   * Listens to what happens to objects with a label.
   *
   * @param label the label's name
   * @param value its value; empty for any
   * @param listener told of each event from another thread
   * @return closes the subscription; events may be missed before this call returns, none after
   */
  Subscription events(String label, String value, Consumer<EngineEvent> listener);

  /**
   * Connects to the engine that runs inside a running container of this engine, whatever way this
   * one is reached and without an open port; the API version is agreed with that engine.
   *
   * @return to be closed before this one is, which closes its connections
   * @throws EngineException of kind {@link EngineException.Kind#UNREACHABLE} if it does not answer;
   *     the message has what the command printed as errors
   */
  Engine inside(DialRequest request);

  @Override
  void close();

  /** A subscription that can be ended. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
