package io.labrun.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.OutputStreamAppender;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the log goes: to a file, to standard error, or nowhere. Set up in code, since to read a
 * configuration takes longer than most commands run.
 */
final class Logs {
  /** Where nobody wants a log, logback is not even loaded: that takes as long as to read a file. */
  private static final String NO_LOG = "org.slf4j.helpers.NOP_FallbackServiceProvider";

  /** An option that asks for a log, alone or among short ones, or a file that may hold one. */
  private static final Pattern WANTED =
      Pattern.compile("(--verbose|--log-file|-[A-Za-z]*v|@).*", Pattern.DOTALL);

  private static final String FILE_PATTERN =
      "%d{HH:mm:ss.SSS} %-5level %logger{24} [%thread] %msg%n";
  private static final String TERMINAL_PATTERN =
      "%-5level %replace(%msg){'\\p{Cntrl}', ' '}%n%nopex";

  private Logs() {}

  /** Sets the log up as the options say; must come before anything that logs. */
  static void configure(OutputOptions options, Console console) {
    if (options.logFile == null && !options.verbose) {
      none();
      return;
    }
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.getLogger("io.labrun").setLevel(options.logFile == null ? Level.INFO : Level.DEBUG);
    context
        .getLogger("com.github.dockerjava")
        .setLevel(options.logFile == null ? Level.WARN : Level.DEBUG);
    if (options.logFile != null) {
      attach(context, toFile(context, options.logFile));
    }
    if (options.verbose) {
      attach(context, toTerminal(context, console));
    }
  }

  /**
   * Sets up that there is no log, if words that nobody has parsed yet surely ask for none. If not,
   * nothing that logs may begin before {@link #configure}: the first one decides for all.
   */
  static boolean areUnwanted(String... words) {
    boolean unwanted = Stream.of(words).noneMatch(WANTED.asMatchPredicate());
    if (unwanted) {
      none();
    }
    return unwanted;
  }

  private static void none() {
    System.setProperty("slf4j.internal.verbosity", "WARN");
    System.setProperty("slf4j.provider", NO_LOG);
  }

  private static Appender<ILoggingEvent> toFile(LoggerContext context, Path file) {
    Path whole = file.toAbsolutePath();
    if (Files.isDirectory(whole)
        || !Files.isWritable(Files.exists(whole) ? whole : parent(whole))) {
      throw new UseException("the log file `" + file + "` cannot be written");
    }
    FileAppender<ILoggingEvent> appender = new FileAppender<>();
    appender.setFile(whole.toString());
    appender.setAppend(false);
    appender.setEncoder(encoder(context, FILE_PATTERN));
    return appender;
  }

  private static Path parent(Path file) {
    return file.getParent() == null ? file : file.getParent();
  }

  private static Appender<ILoggingEvent> toTerminal(LoggerContext context, Console console) {
    OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
    appender.setContext(context);
    PatternLayoutEncoder encoder = encoder(context, TERMINAL_PATTERN);
    appender.setEncoder(encoder);
    appender.setOutputStream(console.err());
    ThresholdFilter filter = new ThresholdFilter();
    filter.setLevel(Level.INFO.levelStr);
    filter.start();
    appender.addFilter(filter);
    return appender;
  }

  private static PatternLayoutEncoder encoder(LoggerContext context, String pattern) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(pattern);
    encoder.start();
    return encoder;
  }

  private static void attach(LoggerContext context, Appender<ILoggingEvent> appender) {
    appender.setContext(context);
    appender.start();
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
  }
}
