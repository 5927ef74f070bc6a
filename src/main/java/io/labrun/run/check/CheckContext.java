package io.labrun.run.check;

import io.labrun.run.lab.Lab;
import io.labrun.run.lab.Probes;
import io.labrun.scenario.TextResolver;
import java.time.Duration;

/**
 * What an attempt may use.
 *
 * @param lab what stands
 * @param probes tool containers beside the subjects
 * @param resolver looks live values up, fresh in each attempt
 * @param timeout bound of this attempt
 */
public record CheckContext(Lab lab, Probes probes, TextResolver resolver, Duration timeout) {}
