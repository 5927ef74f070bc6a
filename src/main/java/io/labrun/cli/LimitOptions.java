package io.labrun.cli;

import io.labrun.batch.TimeLimit;
import io.labrun.run.Limits;
import io.labrun.scenario.spec.Sizes;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options of what each submission may take. */
final class LimitOptions {
  private static final long LEAST_MEMORY = 6L << 20;

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      converter = Size.class,
      defaultValue = "512m",
      description = "Memory of each container and each step of a build: 512m by default.")
  private long memory;

  @Option(
      names = "--pids",
      paramLabel = "NUMBER",
      converter = CountConverter.class,
      defaultValue = "256",
      description = "Processes of each of them: 256 by default.")
  private int pids;

  @Option(
      names = "--cpus",
      paramLabel = "NUMBER",
      converter = Cpus.class,
      defaultValue = "1",
      description = "Processors' worth of time of each of them: 1 by default.")
  private double cpus;

  @Option(
      names = "--disk",
      paramLabel = "SIZE",
      converter = Size.class,
      defaultValue = "512m",
      description =
          "What a submission may be large, and what all of its containers together may write: 512m"
              + " by default.")
  private long disk;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      converter = TimeConverter.class,
      defaultValue = "2m",
      description = "How long a submission may take, building included: 2m by default.")
  private String timeout;

  /** What its containers and builds may take. */
  Limits limits() {
    if (memory < LEAST_MEMORY) {
      throw new UseException(
          "--memory must be at least 6m: no engine starts a container with less");
    }
    return new Limits(memory, pids, cpus, disk);
  }

  /** How long it may take. */
  TimeLimit time() {
    return TimeConverter.limit("--timeout", timeout).orElseThrow();
  }

  /** Reads a size. */
  static final class Size implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      return Sizes.parse(text)
          .filter(bytes -> bytes > 0)
          .orElseThrow(
              () ->
                  new TypeConversionException("it takes a size such as 512m, not '" + text + "'"));
    }
  }

  /** Reads a number of processors. */
  static final class Cpus implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      if (!text.matches("\\d{1,4}(\\.\\d{1,3})?") || Double.parseDouble(text) < 0.01) {
        throw new TypeConversionException("it takes a number such as 0.5, not '" + text + "'");
      }
      return Double.valueOf(text);
    }
  }
}
