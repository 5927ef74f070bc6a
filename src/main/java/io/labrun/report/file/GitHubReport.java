package io.labrun.report.file;

import io.labrun.event.AssertionResult;
import io.labrun.event.BatchResult;
import io.labrun.event.FileResult;
import io.labrun.event.ScenarioResult;
import io.labrun.event.Status;
import io.labrun.report.Cut;
import io.labrun.source.Printable;
import io.labrun.source.Span;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Annotations for GitHub Actions: a workflow command for each thing that a person must look at. All
 * passed: no line.
 *
 * <p>GitHub shows the first 10 errors and the first 10 warnings of a step. What is blocked or was
 * not tried is not among them: it follows from something that is.
 */
final class GitHubReport implements FileReport {
  private static final String STDIN = "-";

  private final ReportHead head;

  GitHubReport(ReportHead head) {
    this.head = head;
  }

  @Override
  public void write(BatchResult batch, Writer out) throws IOException {
    Sink.to(
        out,
        sink -> {
          batch.files().forEach(file -> write(file, sink));
          Optional<String> nothing =
              batch.files().isEmpty() ? Optional.of("nothing was run") : Optional.empty();
          batch
              .stopped()
              .or(() -> nothing)
              .ifPresent(why -> sink.line("::error title=labrun::" + data(why)));
        });
  }

  private void write(FileResult file, Sink out) {
    for (Trouble trouble : Trouble.of(file, head)) {
      List<String> text = new ArrayList<>(List.of(trouble.what()));
      text.addAll(trouble.more());
      String level = trouble.isSkip() ? "notice" : "error";
      out.line(command(level, file, trouble.place(), title(file, trouble.type()), text));
    }
    if (file.isFlaky()) {
      out.line(
          command(
              "warning", file, Optional.empty(), title(file, "flaky"), List.of(Flaky.words(file))));
    }
    file.result().map(ScenarioResult::assertions).orElse(List.of()).stream()
        .filter(one -> one.status() == Status.FAILED || one.status() == Status.ERROR)
        .forEach(one -> out.line(assertion(file, one)));
  }

  private String assertion(FileResult file, AssertionResult result) {
    List<String> text = new ArrayList<>(List.of(Reason.of(result)));
    result.observations().forEach(seen -> text.add(seen.subject() + ": " + seen.summary()));
    result.problem().ifPresent(why -> text.addAll(why.help()));
    result.assertion().hints().stream()
        .limit(1)
        .forEach(hint -> text.add(hint.in(head.language()).strip()));
    String level = result.isWarning() ? "warning" : "error";
    String title = title(file, result.assertion().name().name());
    return command(level, file, Optional.of(Reason.place(result)), title, text);
  }

  /** Of submissions, whose places are all in one file, the title says whose it is. */
  private String title(FileResult file, String what) {
    String name =
        file.result().map(result -> result.plan().scenario().name().name()).orElse("labrun");
    return (head.grades() ? file.file() : name) + ": " + what;
  }

  private static String command(
      String level, FileResult file, Optional<Span> place, String title, List<String> text) {
    StringBuilder out = new StringBuilder("::").append(level).append(' ');
    String name = place.map(span -> span.source().name()).orElse(file.file());
    if (!name.equals(STDIN)) {
      out.append("file=").append(property(name.replaceFirst("^(\\./)+", ""))).append(',');
    }
    place.ifPresent(
        span ->
            out.append("line=")
                .append(span.line())
                .append(",col=")
                .append(span.column())
                .append(','));
    out.append("title=").append(property(title)).append("::");
    return out + text.stream().map(GitHubReport::data).collect(Collectors.joining("%0A"));
  }

  /** Line ends and percent signs would end a command or be read as an escape. */
  private static String data(String text) {
    return Printable.lines(Cut.at(text, 2_000)).stream()
        .map(line -> line.replace("%", "%25"))
        .collect(Collectors.joining("%0A"));
  }

  /** Colons and commas would end a property as well. */
  private static String property(String text) {
    return Reason.line(text).replace("%", "%25").replace(":", "%3A").replace(",", "%2C");
  }
}
