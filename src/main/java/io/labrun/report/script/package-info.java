/** Plans as shell scripts of plain {@code docker} commands, to read and to run. */
package io.labrun.report.script;
