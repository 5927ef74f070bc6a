/** Reports of a whole batch as files for programs and people: pure renderings of its result. */
package io.labrun.report.file;
