package io.labrun.run.action;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be otherwise about a service.
 *
 * @param image another image; empty where it stays
 * @param command another command; empty where it stays
 * @param environment further variables, or others in their place; one without a value takes it from
 *     labrun's own environment
 * @param force whether tasks are replaced even if nothing changes for them
 */
public record ServiceChange(
    Optional<String> image,
    Optional<List<String>> command,
    Map<String, Optional<String>> environment,
    boolean force) {}
