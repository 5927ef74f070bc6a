package io.labrun.docker;

import com.github.dockerjava.api.model.BuildResponseItem;
import io.labrun.run.engine.BuildFailedException;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.EngineException.Kind;
import io.labrun.run.engine.LayerProgress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what an engine prints while it builds: the step under way, its last lines, the failure. */
final class BuildOutput {
  private static final int MOST_LINES = 20;
  private static final int LONGEST_LINE = 2_000;
  private static final Pattern STEP = Pattern.compile("Step (\\d{1,6})/(\\d{1,6}) : (.*)");
  private static final Pattern FROM =
      Pattern.compile("FROM\\s+(?:--\\S+\\s+)*(\\S+).*", Pattern.CASE_INSENSITIVE);
  private static final Pattern EXIT_CODE =
      Pattern.compile("The command '.*' returned a non-zero code: (\\d+)");
  private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-9;]*[A-Za-z]");

  private final Consumer<LayerProgress> listener;
  private final Deque<String> lines = new ArrayDeque<>();
  private final StringBuilder open = new StringBuilder();
  private String step = "";
  private String instruction = "";
  private String refused;

  BuildOutput(Consumer<LayerProgress> listener) {
    this.listener = listener;
  }

  /** Takes the next item. */
  synchronized void accept(BuildResponseItem item) {
    if (refused == null) {
      Images.error(item).ifPresent(words -> refused = words);
    }
    Images.progress(item).ifPresent(listener);
    if (item.getStream() != null) {
      print(item.getStream());
    }
  }

  /** Pieces of output end anywhere. */
  private void print(String piece) {
    for (char c : piece.toCharArray()) {
      if (c == '\n' || c == '\r') {
        line(COLOURS.matcher(open).replaceAll("").stripTrailing());
        open.setLength(0);
      } else if (open.length() < LONGEST_LINE) {
        open.append(c);
      }
    }
  }

  private void line(String line) {
    Matcher begins = STEP.matcher(line);
    if (begins.matches()) {
      step = "step %s of %s".formatted(begins.group(1), begins.group(2));
      instruction = begins.group(3);
      lines.clear();
      listener.accept(
          new LayerProgress(
              LayerProgress.STEP,
              begins.group(3),
              Long.parseLong(begins.group(1)),
              Long.parseLong(begins.group(2))));
    } else if (!line.isBlank() && !isEngines(line)) {
      lines.addLast(line);
      if (lines.size() > MOST_LINES) {
        lines.removeFirst();
      }
    }
  }

  /** What the engine says of its layers and containers, between what the step prints. */
  private static boolean isEngines(String line) {
    return line.startsWith(" ---> ")
        || line.startsWith("Removing intermediate container ")
        || line.startsWith("Successfully ");
  }

  /** Why the build failed, if the engine said so. */
  synchronized Optional<EngineException> failure() {
    if (refused == null) {
      return Optional.empty();
    }
    List<String> printed = new ArrayList<>(lines);
    if (!instruction.isEmpty()) {
      printed.add(0, instruction);
    }
    return Optional.of(new BuildFailedException(reason(), step, printed));
  }

  private EngineException reason() {
    Matcher from = FROM.matcher(instruction);
    if (from.matches()) {
      return PullReason.of(refused, from.group(1));
    }
    Matcher code = EXIT_CODE.matcher(refused);
    return new EngineException(
        Kind.BAD_REQUEST,
        code.matches() ? "the command ended with exit code " + code.group(1) : refused);
  }
}
