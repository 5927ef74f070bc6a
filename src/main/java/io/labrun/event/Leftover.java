package io.labrun.event;

/**
 * Something that could not be removed.
 *
 * @param kind {@code container}, {@code network}, {@code volume}
 * @param name its full name
 * @param reason why, in words
 */
public record Leftover(String kind, String name, String reason) {}
