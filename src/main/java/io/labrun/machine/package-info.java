/** The machine that labrun runs on: its programs, and what it is. */
package io.labrun.machine;
