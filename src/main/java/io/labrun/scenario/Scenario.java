package io.labrun.scenario;

import io.labrun.source.SourceText;
import java.util.List;
import java.util.Map;

/**
 * A whole scenario, checked and with its variables filled in.
 *
 * @param source the text it was read from
 * @param name its name
 * @param title one line for readers; may be empty
 * @param description Markdown for readers; may be empty
 * @param tags words to find it by
 * @param requires what the engine and its machine must offer
 * @param defaults what holds for all assertions
 * @param hosts by key, in the order of the file
 * @param networks by key, in the order of the file
 * @param volumes by key, in the order of the file
 * @param containers by key, in the order of the file
 * @param services Swarm services by key, in the order of the file
 * @param assertions in the order of the file
 * @param submission what a student hands in, as it is written; empty if it is no exercise
 */
public record Scenario(
    SourceText source,
    Named name,
    LocalText title,
    LocalText description,
    List<String> tags,
    Requires requires,
    Defaults defaults,
    Map<String, Resource> hosts,
    Map<String, Resource> networks,
    Map<String, Resource> volumes,
    Map<String, Resource> containers,
    Map<String, Resource> services,
    List<Assertion> assertions,
    List<Named> submission) {}
