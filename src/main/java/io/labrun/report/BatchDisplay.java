package io.labrun.report;

import io.labrun.event.BatchListener;

/** Shows what happens in a batch; safe for use by several threads. */
public interface BatchDisplay extends BatchListener, Display {}
