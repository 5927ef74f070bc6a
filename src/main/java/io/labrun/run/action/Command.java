package io.labrun.run.action;

import io.labrun.run.engine.ExecRequest;
import io.labrun.run.lab.LocalFiles;
import io.labrun.scenario.Call;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.View;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command as the check and the action {@code exec} describe it.
 *
 * @param containers in which it is run, by key
 * @param words the program and its arguments
 * @param environment further variables
 * @param user who runs it; empty for the container's own
 * @param workdir where; empty for the container's own
 * @param stdin what it reads; empty for nothing
 */
public record Command(
    List<String> containers,
    List<String> words,
    Map<String, String> environment,
    Optional<String> user,
    Optional<String> workdir,
    Optional<byte[]> stdin) {

  /**
   * Reads a call.
   *
   * @param files where a file for the standard input is looked for
   * @throws io.labrun.run.lab.ProblemException if that file can't be read
   */
  public static Command read(Call call, TextResolver resolver, LocalFiles files) {
    View view = new View(call.arguments(), resolver);
    List<String> words =
        view.text("shell")
            .map(text -> List.of("sh", "-c", text))
            .or(() -> view.words("command"))
            .orElse(List.of());
    return new Command(
        view.texts("container"),
        words,
        view.pairs("env"),
        view.text("user"),
        view.text("workdir"),
        stdin(view, files));
  }

  private static Optional<byte[]> stdin(View view, LocalFiles files) {
    return view.view("stdin")
        .text("file")
        .map(files::read)
        .or(() -> view.text("stdin").map(LocalFiles::bytes));
  }

  /** The request to run it in a container. */
  public ExecRequest in(String containerId, Duration timeout) {
    return new ExecRequest(containerId, words, environment, user, workdir, stdin, timeout);
  }
}
