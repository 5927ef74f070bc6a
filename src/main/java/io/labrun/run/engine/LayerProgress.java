package io.labrun.run.engine;

import io.labrun.event.LayerState;

/**
 * How far one layer of an image has come.
 *
 * @param layer the layer's short id
 * @param status the engine's word: {@code Downloading}, {@code Extracting}, {@code Pull complete}
 *     ...
 * @param current bytes so far; 0 where unknown
 * @param total bytes in all; 0 where unknown
 */
public record LayerProgress(String layer, String status, long current, long total) {
  /** As {@link io.labrun.event.LayerState#STEP}. */
  public static final String STEP = LayerState.STEP;
}
