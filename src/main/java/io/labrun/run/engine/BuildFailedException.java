package io.labrun.run.engine;

import java.util.List;

/** A build that the engine began and did not bring to its end. */
public final class BuildFailedException extends EngineException {
  private static final long serialVersionUID = 1L;
  private static final int MOST_OF_A_STEP = 60;

  private final transient List<String> output;
  private final boolean isAtStep;

  /**
   * Notes a failed build.
   *
   * @param why the reason
   * @param step which step failed: {@code step 3 of 7}; empty text before the first
   * @param output the step's instruction and the last lines that it printed
   */
  public BuildFailedException(EngineException why, String step, List<String> output) {
    super(why.kind(), (step.isEmpty() ? "" : step + ": ") + why.getMessage(), why);
    this.output = List.copyOf(output);
    this.isAtStep = !step.isEmpty();
  }

  /**
   * The message with the step's instruction in place of its number: for a Dockerfile into which
   * labrun put steps of its own, so that nobody else can count them.
   */
  public String withoutNumber() {
    String why = getCause().getMessage();
    return isAtStep ? "`" + start(output.get(0)) + "`: " + why : why;
  }

  private static String start(String instruction) {
    return instruction.length() <= MOST_OF_A_STEP
        ? instruction
        : instruction.substring(0, MOST_OF_A_STEP) + "...";
  }

  /** The step's instruction and the last lines that it printed; may be empty. */
  public List<String> output() {
    return output;
  }
}
