package io.labrun.cli;

import io.labrun.event.Problem;
import io.labrun.report.NotRunText;
import io.labrun.run.Cancellation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/** Asks whoever sits at the terminal; where nobody does, and by default, the answer is no. */
final class Question {
  private static final int GLANCE_MILLIS = 50;

  private final Invocation invocation;
  private final Cancellation cancellation;
  private BufferedReader answers;

  Question(Invocation invocation, Cancellation cancellation) {
    this.invocation = invocation;
    this.cancellation = cancellation;
  }

  /** Whether a person says that a scenario may run. */
  boolean isYes(String scenario, Problem why) {
    Console console = invocation.console();
    if (!console.terminal().in() || !console.terminal().err()) {
      return false;
    }
    new NotRunText(invocation.errorSettings())
        .question(scenario, why)
        .forEach(console.err()::println);
    console.err().print("Run it all the same? [y/N] ");
    console.err().flush();
    String answer = await(console);
    console.err().println();
    return List.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
  }

  /** Reading cannot be interrupted, so another thread reads, and a wish to stop ends the wait. */
  private String await(Console console) {
    if (answers == null) {
      answers = new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8));
    }
    CompletableFuture<String> line = new CompletableFuture<>();
    Thread reader = new Thread(() -> line.complete(read()), "labrun-answer");
    reader.setDaemon(true);
    reader.start();
    while (!line.isDone() && !cancellation.isAsked()) {
      cancellation.pause(GLANCE_MILLIS);
    }
    return line.getNow("");
  }

  private String read() {
    try {
      String line = answers.readLine();
      return line == null ? "" : line;
    } catch (IOException e) {
      return "";
    }
  }
}
