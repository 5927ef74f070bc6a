package io.labrun.cli;

import java.nio.file.Path;
import java.util.List;

/**
 * The files that are run.
 *
 * @param files in the order of the command line, at least one
 * @param told lines on what was met and is not among them, to be said before; not safe
 * @param leftOut how many were left out and why, in one line, to be said in the end; may be empty
 */
record Selection(List<Path> files, List<String> told, String leftOut) {}
