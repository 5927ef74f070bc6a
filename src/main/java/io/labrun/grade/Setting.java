package io.labrun.grade;

import io.labrun.plan.RunNames;
import io.labrun.run.Limits;
import java.nio.file.Path;

/**
 * What all submissions have in common.
 *
 * @param exercise what they are graded by
 * @param submissions the folder in which they lie
 * @param limits what each may take
 * @param workplace where they are run
 * @param names of their runs
 */
public record Setting(
    Exercise exercise, Path submissions, Limits limits, Workplace workplace, RunNames names) {}
