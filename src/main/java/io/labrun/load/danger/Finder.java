package io.labrun.load.danger;

/** Finds one kind of danger. */
@FunctionalInterface
interface Finder {
  /** Tells the search of each place. */
  void find(Search search);
}
