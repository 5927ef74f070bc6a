package io.labrun.plan;

import java.util.Map;

/**
 * The full names of what is made, by key.
 *
 * @param networks of networks; of an external one its own name
 * @param volumes of volumes; of an external one its own name
 * @param containers of containers
 */
public record Names(
    Map<String, String> networks, Map<String, String> volumes, Map<String, String> containers) {}
