package io.labrun.batch;

import java.time.Duration;

/**
 * How long something may take.
 *
 * @param time the time
 * @param words who said so, as it was written: {@code --timeout 2m}
 */
public record TimeLimit(Duration time, String words) {}
