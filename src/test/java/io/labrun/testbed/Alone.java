package io.labrun.testbed;

/**
 * What tests share that run side by side: those that name the same one, with {@code @ResourceLock},
 * run one after another.
 */
public final class Alone {
  /** Private engines: what they leave traces of can't be told from what one of them uses. */
  public static final String PRIVATE_ENGINES = "private engines";

  /** Runs whose labrun is gone, which {@code labrun clean} removes, whoever made them. */
  public static final String ORPHANS = "orphans";

  /** The doctor's trials, which all have the same label. */
  public static final String TRIALS = "trials";

  /** The image {@code labrun-test/app:1}, which {@code StubRegistry} gives. */
  public static final String APP_IMAGE = "labrun-test/app:1";

  private Alone() {}
}
