package io.labrun.event;

/**
 * How far one layer of an image has come.
 *
 * @param layer its short id
 * @param status the engine's word for what it does
 * @param current bytes so far; 0 where unknown
 * @param total bytes in all; 0 where unknown
 */
public record LayerState(String layer, String status, long current, long total) {}
