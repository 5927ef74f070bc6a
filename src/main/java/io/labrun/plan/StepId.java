package io.labrun.plan;

/**
 * Which step.
 *
 * @param kind what it does
 * @param key to what: the resource's key, or an image's reference
 */
public record StepId(StepKind kind, String key) {}
