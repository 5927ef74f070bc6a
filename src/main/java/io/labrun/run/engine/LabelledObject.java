package io.labrun.run.engine;

import java.util.List;
import java.util.Map;

/**
 * An object found by its labels.
 *
 * @param kind service, container, network, volume or image
 * @param id its id; of a volume its name, of an image its reference
 * @param name its name
 * @param labels all its labels
 * @param status a container's status ({@code running}, {@code exited} ...); empty text for others
 * @param networks ids of the networks that a container is on; empty for others
 */
public record LabelledObject(
    ObjectKind kind,
    String id,
    String name,
    Map<String, String> labels,
    String status,
    List<String> networks) {}
