package io.labrun.run.check;

import io.labrun.event.Observation;
import java.util.Optional;

/**
 * What one attempt of a check saw of one subject.
 *
 * @param subject whom or what it looked at
 * @param result the result fields, or the whole value, as plain Java values: maps, lists, text,
 *     Long, Double, Boolean, null
 * @param summary what was seen in one line, without the subject
 * @param output the command that was run; empty where none was
 * @param settled whether a further attempt would look at something else, because this one changed
 *     the lab: it is not tried again, whatever came of it
 * @param control proves a result that says "it is not so"; asked only when the claim holds
 */
public record Finding(
    String subject,
    Object result,
    String summary,
    Optional<Observation.Output> output,
    boolean settled,
    Control control) {}
