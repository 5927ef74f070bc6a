package io.labrun.scenario;

import io.labrun.source.Span;

/**
 * A name that the author wrote, with its place.
 *
 * @param name the name
 * @param span where it stands
 */
public record Named(String name, Span span) {}
