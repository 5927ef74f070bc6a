/** Carries a plan out on an engine, claim by claim, and removes everything again. */
package io.labrun.run;
