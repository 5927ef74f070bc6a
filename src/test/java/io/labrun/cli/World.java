package io.labrun.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A world for a command: what it prints is kept, and the process does not end. */
final class World {
  /** A scenario of one container. */
  static final String ONE_BOX =
      """
      name: one-box
      containers:
        box: {image: busybox, command: sleep infinity}
      assertions:
        - name: it speaks
          exec: {container: box, command: echo hello}
      """;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Map<String, String> env = new LinkedHashMap<>();
  private final List<Integer> ended = new ArrayList<>();
  private boolean full;

  private static final class Full extends OutputStream {
    static final Full STREAM = new Full();

    @Override
    public void write(int one) throws IOException {
      throw new IOException("No space left on device");
    }
  }

  private byte[] typed = {};
  private boolean terminal;

  World() {
    env.put("LANG", "C.UTF-8");
    env.put("DOCKER_HOST", "unix:///nowhere/docker.sock");
  }

  World env(String name, String value) {
    env.put(name, value);
    return this;
  }

  /** The same with an output that takes nothing, like that of a full disk. */
  World full() {
    full = true;
    return this;
  }

  /** Somebody sits at the terminal and types this. */
  World typing(String text) {
    typed = text.getBytes(StandardCharsets.UTF_8);
    terminal = true;
    return this;
  }

  private String property(String name) {
    return terminal && List.of("labrun.tty.in", "labrun.tty.err").contains(name) ? "true" : null;
  }

  int run(String... args) {
    return Main.run(console(), args);
  }

  Console console() {
    return new Console(
        new PrintStream(full ? Full.STREAM : out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        new ByteArrayInputStream(typed),
        env,
        Terminal.of(env, this::property),
        ended::add);
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  List<Integer> ended() {
    return ended;
  }
}
