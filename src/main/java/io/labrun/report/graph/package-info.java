/** What is connected with what in a lab, and its pictures: pure renderings, no engine is asked. */
package io.labrun.report.graph;
