/** YAML text to nodes with places, through snakeyaml-engine's events; all limits are kept here. */
package io.labrun.load.yaml;
