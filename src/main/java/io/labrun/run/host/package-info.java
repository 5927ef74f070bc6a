/** Makes the hosts of a scenario: their network, their engines, their swarm, their images. */
package io.labrun.run.host;
