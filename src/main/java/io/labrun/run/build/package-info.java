/** Images that a scenario has built: what is sent to the engine, and what comes of it. */
package io.labrun.run.build;
