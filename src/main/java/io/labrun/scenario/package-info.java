/** What the author of a scenario said, with the place of every word; records only. */
package io.labrun.scenario;
