package io.labrun.run.image;

import java.util.Optional;

/**
 * An image that a scenario needs.
 *
 * @param reference as the scenario or its Dockerfile writes it
 * @param toBuild whether it is needed to build another on it
 * @param platform {@code os/arch}; empty for the engine's own
 */
public record ImageNeed(String reference, boolean toBuild, Optional<String> platform) {}
