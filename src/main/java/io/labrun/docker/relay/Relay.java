package io.labrun.docker.relay;

import java.io.Closeable;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A socket of this machine that leads to an engine elsewhere: each connection made to it goes to a
 * program of its own, in both directions, each of which can be ended alone. One that is not closed
 * is when Java ends.
 *
 * <p>For docker-java, whose transport can't be given a connection that somebody else has made.
 */
public final class Relay implements Closeable {
  private static final Set<Relay> OPEN = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> OPEN.forEach(Relay::close), "labrun-relays"));
  }

  private final Dial dial;
  private final PrivateFolder folder;
  private final Path socket;
  private final ServerSocketChannel server;
  private final Tally tally = new Tally();
  private final ExecutorService threads = Executors.newCachedThreadPool(Relay::daemon);

  /**
   * Begins to listen; a program is only started once somebody connects.
   *
   * @param dial closed with the relay
   * @throws IOException if no socket can be made
   */
  public Relay(Dial dial) throws IOException {
    this.dial = dial;
    this.folder = new PrivateFolder();
    this.socket = folder.socket("engine");
    try {
      this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      server.bind(UnixDomainSocketAddress.of(socket));
    } catch (IOException e) {
      folder.close();
      dial.close();
      throw e;
    }
    OPEN.add(this);
    threads.execute(this::accept);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "engine-relay");
    thread.setDaemon(true);
    return thread;
  }

  /** The socket to connect to. */
  public Path socket() {
    return socket;
  }

  /** Why the engine does not answer, in one sentence for people. */
  public String trouble() {
    return dial.explain(tally.said());
  }

  private void accept() {
    try {
      while (true) {
        SocketChannel client = server.accept();
        threads.execute(() -> new Connection(client, tally, threads).serve(dial));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  @Override
  public void close() {
    OPEN.remove(this);
    try {
      server.close();
    } catch (IOException e) {
      // Nobody connects any more, either way.
    }
    tally.close();
    dial.close();
    threads.shutdownNow();
    folder.close();
  }
}
