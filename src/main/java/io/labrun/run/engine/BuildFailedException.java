package io.labrun.run.engine;

import java.util.List;

/** A build that the engine began and did not bring to its end. */
public final class BuildFailedException extends EngineException {
  private static final long serialVersionUID = 1L;
  private final transient List<String> output;

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
  }

  /** The step's instruction and the last lines that it printed; may be empty. */
  public List<String> output() {
    return output;
  }
}
