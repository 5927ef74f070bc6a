package io.labrun.run.engine;

import io.labrun.scenario.spec.VolumeSpec;
import java.util.Map;

/**
 * A volume to make.
 *
 * @param name its full name
 * @param labels all its labels, the author's and ours
 * @param spec what the scenario says, live values looked up
 */
public record VolumeRequest(String name, Map<String, String> labels, VolumeSpec spec) {}
