package io.labrun.event;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What came of a batch.
 *
 * @param files in the order in which they were given, whatever ended first
 * @param started when it began
 * @param time from its begin to the last removal
 * @param stopped why it ended before all files were run, in words; empty if it did not
 */
public record BatchResult(
    List<FileResult> files, Instant started, Duration time, Optional<String> stopped) {}
