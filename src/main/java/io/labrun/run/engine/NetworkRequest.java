package io.labrun.run.engine;

import io.labrun.scenario.spec.NetworkSpec;
import java.util.Map;

/**
 * A network to make.
 *
 * @param name its full name
 * @param labels all its labels, the author's and ours
 * @param spec what the scenario says, live values looked up
 */
public record NetworkRequest(String name, Map<String, String> labels, NetworkSpec spec) {}
