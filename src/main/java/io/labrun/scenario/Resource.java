package io.labrun.scenario;

import io.labrun.source.Span;

/**
 * A network, volume or container as declared.
 *
 * @param key its name within the scenario
 * @param keySpan where the name stands
 * @param body its keys; an empty map where none were written
 */
public record Resource(String key, Span keySpan, Data.Mapping body) {}
