package io.labrun.lessons;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * Runs the tests of one lesson where there is no Maven: on the kernel that {@code
 * src/test/uml/run.sh} boots, which is much slower than the machine.
 *
 * <p>Ends with a line of the form {@code 8 passed, 0 failed, 0 skipped}. The exit status is 0 only
 * if at least one test ran and all passed: that kernel lacks nothing, so none may be skipped.
 */
final class OneLesson {
  private static final String DEFAULTS = "{within: 5s, timeout: 15s}";

  private OneLesson() {}

  /** The only argument is the lesson's name. */
  public static void main(String[] arguments) {
    System.setProperty(LessonsIT.ONE, arguments[0]);
    System.setProperty(LessonsIT.DEFAULTS, DEFAULTS);
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(LessonsIT.class))
            .configurationParameter("junit.jupiter.execution.timeout.mode", "disabled")
            .build();
    SummaryGeneratingListener counter = new SummaryGeneratingListener();
    Launcher launcher = LauncherFactory.create();
    launcher.execute(request, counter, new Progress());
    TestExecutionSummary summary = counter.getSummary();
    long skipped = summary.getTestsAbortedCount() + summary.getTestsSkippedCount();
    // What fails around the tests, before the first or after the last, is a failure too.
    long failed = summary.getTotalFailureCount();
    long passed = summary.getTestsSucceededCount();
    System.out.println(passed + " passed, " + failed + " failed, " + skipped + " skipped");
    System.exit(passed > 0 && failed == 0 && skipped == 0 ? 0 : 1);
  }

  /** A line for each test that has ended; for one that did not pass, also why. */
  private static final class Progress implements TestExecutionListener {
    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (test.isTest()) {
        System.out.println(result.getStatus() + " " + test.getDisplayName());
        result.getThrowable().map(Throwable::getMessage).ifPresent(System.out::println);
      }
    }
  }
}
