/** Paths of this machine: where they lead, and what a scenario's own folder is. */
package io.labrun.files;
