package io.labrun.report.file;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A suite of a JUnit report.
 *
 * @param name the file's name
 * @param start when it began, since the batch began
 * @param time how long it took, all runs together
 * @param properties what else is known of it
 * @param cases at least one
 */
record JUnitSuite(
    String name,
    Duration start,
    Duration time,
    Map<String, String> properties,
    List<JUnitCase> cases) {}
