package io.labrun.testbed;

import io.labrun.doctor.Doctor;
import io.labrun.doctor.FixFailedException;
import io.labrun.machine.LocalMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Brings a real engine and the images of the tests before the first engine test: a fresh machine
 * has neither.
 *
 * <p>Does what {@code labrun doctor --fix} does, with the same code. Found by JUnit through its
 * service file; works only where the build says {@code -Dlabrun.testbed=engine}.
 */
public final class Testbed implements LauncherSessionListener {
  private static final String PROPERTY = "labrun.testbed";

  /** Failsafe's: which tests it was asked for. Without it all run, and all stand-ins are needed. */
  private static final String ASKED_FOR = "it.test";

  private static final List<String> IMAGES = List.of("busybox");

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    // Surefire opens several sessions in one process: once is enough.
    if ("engine".equals(System.getProperty(PROPERTY))) {
      System.setProperty(PROPERTY, "ready");
      bringEngine();
      noteWhatStands();
      if (System.getProperty(ASKED_FOR) == null) {
        StandIns.begin();
      }
    }
  }

  private static void bringEngine() {
    try {
      new Doctor(new LocalMachine(), TestEngine::connect, IMAGES).mend(Testbed::say);
    } catch (FixFailedException e) {
      say(e);
      throw e;
    }
  }

  static void say(FixFailedException failure) {
    say(failure.getMessage());
    say("help: " + failure.help());
  }

  static void say(String line) {
    System.err.println("testbed: " + line);
  }

  private static void noteWhatStands() {
    try {
      Standing.now().save();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
