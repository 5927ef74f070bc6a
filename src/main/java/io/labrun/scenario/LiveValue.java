package io.labrun.scenario;

/**
 * A live value that there is.
 *
 * @param path as written after the root and a dot; {@link LiveRoot#ANY} for a word of choice
 * @param sentence what it stands for, one sentence
 */
public record LiveValue(String path, String sentence) {}
