/**
 * The adapter behind the {@link io.labrun.run.engine.Engine} port; the only importer of
 * docker-java.
 *
 * <p>What labrun asks an engine to do goes through docker-java's commands; what it wants to know is
 * read as plain JSON through docker-java's transport, because the typed model drops fields and is
 * slow to load. Exec and its input take a socket of their own ({@link
 * io.labrun.docker.ExecStream}).
 */
package io.labrun.docker;
