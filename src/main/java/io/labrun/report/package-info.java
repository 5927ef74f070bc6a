/** What people see of a run: pure renderings of events, results and plans. */
package io.labrun.report;
