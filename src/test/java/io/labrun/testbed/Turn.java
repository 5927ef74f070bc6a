package io.labrun.testbed;

import io.labrun.scenario.spec.HostSpec;

/**
 * A build that waits for its turn: the one that most tests wait for comes first.
 *
 * @param reference the image's name
 * @param work the build
 */
record Turn(String reference, Runnable work) implements Runnable, Comparable<Turn> {
  @Override
  public void run() {
    work.run();
  }

  @Override
  public int compareTo(Turn other) {
    return Boolean.compare(other.isWaitedFor(), isWaitedFor());
  }

  private boolean isWaitedFor() {
    return reference.equals(HostSpec.IMAGE);
  }
}
