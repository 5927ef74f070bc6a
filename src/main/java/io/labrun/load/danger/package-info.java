/** What in a scenario is dangerous to the machine that runs it, and whether it asks for that. */
package io.labrun.load.danger;
