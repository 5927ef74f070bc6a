/** A batch as one HTML page for people: no network, no script needed, foreign text always text. */
package io.labrun.report.html;
