package io.labrun.own;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The processes of a private engine, found by the variable that names it. */
final class Processes {
  private static final int PATIENCE_SECONDS = 10;

  private Processes() {}

  /**
   * Kills all processes of an engine; those of its containers die with its process 1, as the kernel
   * has it.
   */
  static void kill(String engine) throws InterruptedException {
    List<ProcessHandle> all =
        ProcessHandle.allProcesses().filter(process -> isOf(process.pid(), engine)).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    try {
      CompletableFuture.allOf(
              all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      // What is left of it then keeps the folder from being removed, which is told.
    }
  }

  /** Whether a process belongs to an engine; false once it has ended. */
  static boolean isOf(long pid, String engine) {
    try {
      byte[] all = Files.readAllBytes(Path.of("/proc", Long.toString(pid), "environ"));
      String wanted = Keeper.VARIABLE + "=" + engine;
      return List.of(new String(all, StandardCharsets.ISO_8859_1).split("\0")).contains(wanted);
    } catch (IOException e) {
      return false;
    }
  }
}
