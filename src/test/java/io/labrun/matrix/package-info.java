/** The same scenarios on other engines than the machine's own. */
package io.labrun.matrix;
