package io.labrun.cli;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** Where labrun starts; the only place that ends the process. */
public final class Main {
  private static final int BUFFER = 8192;

  private Main() {}

  /** Runs the command that the arguments name and ends the process with its exit status. */
  public static void main(String[] args) {
    // The digits of some languages are no digits to a picture, to XML or to JSON.
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    Map<String, String> env = Environment.of(System.getenv(), System::getProperty);
    Terminal terminal = Terminal.of(env, System::getProperty);
    Console console =
        new Console(
            stream(FileDescriptor.out, terminal, terminal.out()),
            stream(FileDescriptor.err, terminal, terminal.err()),
            // Buffered: Java 17 asks a bare one for its place in the file, which a pipe has not.
            new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
            env,
            terminal,
            System::exit);
    System.exit(run(console, args));
  }

  /** Runs the command that the arguments name and returns its exit status. */
  static int run(Console world, String... args) {
    Console console = world.guarded();
    int status = new Labrun(console).run(args);
    boolean lost = console.out().checkError();
    if (lost) {
      console
          .err()
          .println("labrun: standard output could not be written: what it shows is not all");
      console.err().println("  help   is the disk full that it goes to?");
    }
    console.err().flush();
    return lost && status == ExitStatus.PASSED.code() ? ExitStatus.NOT_RUN.code() : status;
  }

  /**
   * A stream in the terminal's characters, so that no byte of ours means something else to it; in
   * UTF-8 where no terminal reads it.
   */
  private static PrintStream stream(FileDescriptor file, Terminal terminal, boolean isTerminal) {
    Charset charset = isTerminal ? terminal.charset() : StandardCharsets.UTF_8;
    OutputStream out = new UntilTheReaderGoes(new FileOutputStream(file));
    return new PrintStream(new BufferedOutputStream(out, BUFFER), true, charset);
  }
}
