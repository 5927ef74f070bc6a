package io.labrun.cli;

import io.labrun.batch.BatchSettings;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** Options of how several files are run, and how often. */
final class BatchOptions {
  @Option(
      names = {"-j", "--jobs"},
      paramLabel = "N",
      converter = CountConverter.class,
      description =
          "How many scenarios are up at once on each engine; those that would get in each other's"
              + " way (one subnet, one published port, one interface, the host's network, a swarm,"
              + " a fixed name, exclusive: true) never are. Otherwise two for each processor of the"
              + " engine, at most one for each 256 MiB of its memory, and never more than 16.")
  private Integer jobs;

  @Option(
      names = "--fail-fast",
      description =
          "End with the first that fails, is an error or invalid: what is under way is stopped and"
              + " removed, the rest is not run.")
  private boolean failFast;

  @Option(
      names = "--repeat",
      paramLabel = "N",
      converter = CountConverter.class,
      description = "Run each file N times, to find those that do not always pass.")
  private Integer repeat;

  @Option(
      names = "--retries",
      paramLabel = "N",
      converter = CountConverter.class,
      description =
          "Run a file that did not pass up to N times more; one that passes then is shown as flaky.")
  private Integer retries;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      converter = TimeConverter.class,
      description =
          "How long one run of a scenario may take, such as 90s or 2m; then it is stopped, removed"
              + " and an error.")
  private String timeout;

  @Option(
      names = "--batch-timeout",
      paramLabel = "TIME",
      converter = TimeConverter.class,
      description =
          "How long all may take; then what is under way is stopped likewise, the rest is not run.")
  private String batchTimeout;

  @Option(
      names = "--strict",
      description =
          "Let pass nothing that is not quite right: a warning that does not hold and a flaky file"
              + " count as failed (status 1), a skipped one as one that could not run (status 4).")
  private boolean strict;

  /** How many runs may be on each engine at once; empty where the engine decides. */
  OptionalInt jobs() {
    return jobs == null ? OptionalInt.empty() : OptionalInt.of(jobs);
  }

  /** Whether only what is quite right passes. */
  boolean isStrict() {
    return strict;
  }

  /**
   * How the batch is run.
   *
   * @throws UseException if the options exclude each other
   */
  BatchSettings settings() {
    if (repeat != null && retries != null) {
      throw new UseException(
          "--repeat runs each file again in any case, --retries only one that did not pass: one of"
              + " them can be meant");
    }
    return new BatchSettings(
        repeat == null ? 1 : repeat,
        retries == null ? 0 : retries,
        failFast,
        TimeConverter.limit("--timeout", timeout),
        TimeConverter.limit("--batch-timeout", batchTimeout));
  }
}
