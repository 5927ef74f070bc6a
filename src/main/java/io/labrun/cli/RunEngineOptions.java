package io.labrun.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options of which engine to use, or several, or one to make for a run alone. */
final class RunEngineOptions {
  private static final String PRIVATE = "private";

  @Option(
      names = "--engine",
      paramLabel = "WHICH",
      converter = Converter.class,
      completionCandidates = Words.class,
      description =
          "private: a throw-away engine beside yours, with a network, images and data of its own,"
              + " which ends with all that is on it; needs Linux and root. Without any engine that"
              + " answers this is the default where it can be had.")
  private String engine;

  @Option(
      names = {"-H", "--host"},
      paramLabel = "URL",
      description =
          "The engine to use: unix:///path, tcp://host:port or ssh://user@host."
              + " Otherwise DOCKER_HOST, the docker context, the usual sockets. Of several, each"
              + " takes the next file when it has a place for it.")
  private List<String> hosts = new ArrayList<>();

  /** The engines that the user named, each once. */
  List<String> hosts() {
    return hosts.stream().distinct().toList();
  }

  /** Whether the user wants a private engine. */
  boolean isPrivate() {
    return engine != null;
  }

  /** The words for it. */
  static final class Words extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Words() {
      super(List.of(PRIVATE));
    }
  }

  /** Knows the only word. */
  static final class Converter implements ITypeConverter<String> {
    @Override
    public String convert(String word) {
      if (!word.equals(PRIVATE)) {
        throw new TypeConversionException(
            "it takes private, not '" + word + "'; --host names another engine");
      }
      return word;
    }
  }
}
