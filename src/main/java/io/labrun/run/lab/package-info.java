/** What stands while a scenario runs: its objects, their live values, the probes beside them. */
package io.labrun.run.lab;
