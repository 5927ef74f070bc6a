/** The command line: commands, options, exit statuses; the only place that prints or exits. */
package io.labrun.cli;
