package io.labrun.plan;

import java.util.Set;

/**
 * One thing to do before the first assertion.
 *
 * @param id which
 * @param after the steps that must be done before; all of the same plan, never in a circle
 */
public record Step(StepId id, Set<StepId> after) {}
