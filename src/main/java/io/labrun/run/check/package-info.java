/** The checks: one class each. */
package io.labrun.run.check;
