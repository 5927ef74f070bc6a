package io.labrun.report.graph;

import java.util.List;
import java.util.Optional;

/**
 * What is connected with what in a lab.
 *
 * @param name the scenario's name
 * @param hosts the machines with an engine on which something is placed
 * @param networks in the order of the file, then those that the engines have themselves
 * @param nodes whatever sits on networks
 * @param stores what is mounted, and volumes that nobody mounts
 * @param reaches who tries to reach whom, in the order of the assertions
 */
public record Topology(
    String name,
    List<Host> hosts,
    List<Network> networks,
    List<Node> nodes,
    List<Store> stores,
    List<Reach> reaches) {

  /** Stands for what is on no host: addresses and names outside of the lab. */
  public static final String ELSEWHERE = "@elsewhere";

  /** Stands for the swarm, which decides on which host a task runs. */
  public static final String SWARM = "@swarm";

  /**
   * A machine with an engine.
   *
   * @param key its key; empty for the machine of the main engine; {@link #ELSEWHERE} or {@link
   *     #SWARM}
   * @param title what to call it
   * @param joined whether it is on the network that the hosts share
   */
  public record Host(String key, String title, boolean joined) {}

  /** How a network carries what is sent on it. */
  public enum Medium {
    /** A segment of its own on one host. */
    SEGMENT,
    /** One segment over several hosts. */
    SPANNING,
    /** What the hosts themselves are joined by. */
    UNDERLAY,
    /** The host's own interfaces: there is no segment. */
    HOST,
    /** Nothing at all. */
    NONE
  }

  /**
   * A network.
   *
   * @param id its key; of one that an engine has itself an id that is no key
   * @param label what to call it
   * @param medium how it carries what is sent on it
   * @param driver its driver
   * @param subnets in CIDR notation; empty where the engine chooses
   * @param gateways the addresses of its gateways that are known
   * @param remarks what else a reader should know of it: internal, external ...
   * @param host the key of the host it is on; of a spanning one that was told to make it
   * @param parent the network whose bridge it hangs on
   * @param parentInterface the interface of the host that it hangs on, where that is no network's
   * @param wayOut whether packets may leave it through its host
   */
  public record Network(
      String id,
      String label,
      Medium medium,
      String driver,
      List<String> subnets,
      List<String> gateways,
      List<String> remarks,
      String host,
      Optional<String> parent,
      Optional<String> parentInterface,
      boolean wayOut) {}

  /** What sits on networks. */
  public enum Kind {
    /** A container. */
    CONTAINER,
    /** A Swarm service whose tasks are not known. */
    SERVICE,
    /** A container of a Swarm service. */
    TASK,
    /** A host itself. */
    HOST,
    /** An address or a name that is none of the others. */
    ADDRESS
  }

  /**
   * Something on networks.
   *
   * @param id names it among all nodes
   * @param kind what it is
   * @param label what to call it
   * @param facts what else to say of it: its image, its status
   * @param host the key of the host it is on
   * @param attachments the networks it is on, its first one first
   * @param shares the id of the node whose network it shares
   * @param ports what its host publishes of it, such as {@code 8080 → 80}
   * @param mounts what is mounted into it
   * @param ended whether it has ended
   */
  public record Node(
      String id,
      Kind kind,
      String label,
      List<String> facts,
      String host,
      List<Attachment> attachments,
      Optional<String> shares,
      List<String> ports,
      List<Mount> mounts,
      boolean ended) {}

  /**
   * A place on a network.
   *
   * @param network the network's id
   * @param address empty where it is not known
   * @param mac empty where it is not known
   */
  public record Attachment(String network, String address, String mac) {}

  /**
   * Where something is mounted.
   *
   * @param store the store's id
   * @param path the path inside the container
   * @param readOnly whether it can't be written there
   */
  public record Mount(String store, String path, boolean readOnly) {}

  /** What holds data. */
  public enum Storage {
    /** A volume with a name. */
    VOLUME,
    /** A volume that goes with its container. */
    ANONYMOUS,
    /** A file or folder of the host. */
    BIND,
    /** Memory. */
    TMPFS
  }

  /**
   * Something that holds data.
   *
   * @param id names it among all stores
   * @param kind what it is
   * @param label what to call it
   * @param host the key of the host it is on
   */
  public record Store(String id, Storage kind, String label, String host) {}

  /** What came of an attempt to reach. */
  public enum Verdict {
    /** It was not tried yet. */
    CLAIMED,
    /** It was reached, as claimed. */
    REACHED,
    /** It could not be reached, as claimed. */
    KEPT_OUT,
    /** It is not as claimed. */
    FAILED,
    /** It could not be looked. */
    ERROR,
    /** It was not tried, because something before it went wrong. */
    UNTRIED
  }

  /**
   * An attempt to reach something.
   *
   * @param number of the assertion, from 1
   * @param claim the assertion's name
   * @param from the id of the node it starts at
   * @param to the id of the node it goes to
   * @param way in words: {@code stranger → web:80/tcp}
   * @param wanted whether it is claimed that it can be reached
   * @param verdict what came of it
   * @param seen what was seen; empty where nothing was
   */
  public record Reach(
      int number,
      String claim,
      String from,
      String to,
      String way,
      boolean wanted,
      Verdict verdict,
      String seen) {}
}
