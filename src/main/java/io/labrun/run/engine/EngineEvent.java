package io.labrun.run.engine;

import java.util.Map;

/**
 * Something that happened to an object of the engine (Engine API, {@code GET /events}).
 *
 * @param type {@code container}, {@code network}, {@code volume}
 * @param action {@code start}, {@code die}, {@code health_status: healthy} ...
 * @param id the object's id
 * @param attributes its labels and further facts such as {@code exitCode}
 */
public record EngineEvent(String type, String action, String id, Map<String, String> attributes) {}
