package io.labrun.report;

import io.labrun.event.RunListener;

/** Shows runs, one after another; safe for use by several threads. */
public interface Report extends RunListener, Display {}
