/** The port: all that a run knows of Docker, in plain Java values. */
package io.labrun.run.engine;
