package io.labrun.run.engine;

/**
 * A process of a container, as the engine's machine sees it.
 *
 * @param pid its number on that machine
 * @param user whose it is, as that machine calls that user
 * @param command the program with its arguments
 */
public record ProcessEntry(long pid, String user, String command) {}
