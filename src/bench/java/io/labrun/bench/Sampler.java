package io.labrun.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Runs labrun in this JVM and notes what it waits for: every few milliseconds it looks at all
 * threads.
 *
 * <p>A moment counts as waiting for the engine when a thread is in the kernel's read of an answer
 * (and not in the work before and after it), and as an interval of the scenario's own when a thread
 * pauses because the scenario says so ({@code every}, {@code hold}, a health check's rhythm, {@code
 * sleep}). All else is labrun's own.
 */
public final class Sampler implements Runnable {
  private static final long PERIOD_MILLIS = 4;
  private static final String SOCKETS = "sun.nio.ch.";
  private static final String TALKS_TO_ENGINE = "io.labrun.docker.";
  private static final String LISTENS_ALL_THE_TIME = "engine-events";
  private static final List<String> INTERVALS =
      List.of(
          "io.labrun.run.Cancellation.pause",
          "io.labrun.run.Readiness.awaitChange",
          "io.labrun.run.action.Sleep.perform");

  private final Path result;
  private long engine;
  private long intervals;

  private Sampler(Path result) {
    this.result = result;
  }

  /** Takes the file for the result, then labrun's own arguments. */
  public static void main(String[] args) throws Exception {
    Sampler sampler = new Sampler(Path.of(args[0]));
    Runtime.getRuntime().addShutdownHook(new Thread(sampler::save));
    Thread thread = new Thread(sampler, "sampler");
    thread.setDaemon(true);
    thread.start();
    Class.forName("io.labrun.cli.Main")
        .getMethod("main", String[].class)
        .invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
  }

  @Override
  public void run() {
    long last = System.nanoTime();
    while (true) {
      try {
        Thread.sleep(PERIOD_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
      long now = System.nanoTime();
      note(Thread.getAllStackTraces(), now - last);
      last = now;
    }
  }

  private synchronized void note(Map<Thread, StackTraceElement[]> threads, long nanos) {
    if (threads.entrySet().stream().anyMatch(t -> waitsForEngine(t.getKey(), t.getValue()))) {
      engine += nanos;
    } else if (threads.values().stream().anyMatch(Sampler::pauses)) {
      intervals += nanos;
    }
  }

  private static boolean waitsForEngine(Thread thread, StackTraceElement[] stack) {
    return stack.length > 0
        && !thread.getName().equals(LISTENS_ALL_THE_TIME)
        && stack[0].isNativeMethod()
        && stack[0].getClassName().startsWith(SOCKETS)
        && Arrays.stream(stack).anyMatch(f -> f.getClassName().startsWith(TALKS_TO_ENGINE));
  }

  private static boolean pauses(StackTraceElement[] stack) {
    return Arrays.stream(stack)
        .anyMatch(f -> INTERVALS.contains(f.getClassName() + "." + f.getMethodName()));
  }

  private synchronized void save() {
    try {
      Files.writeString(result, String.format(Locale.ROOT, "%f %f", engine / 1e9, intervals / 1e9));
    } catch (IOException e) {
      System.err.println("sampler: " + e.getMessage());
    }
  }
}
