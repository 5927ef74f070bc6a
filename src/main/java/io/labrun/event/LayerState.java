package io.labrun.event;

/**
 * How far one layer of an image has come.
 *
 * @param layer its short id
 * @param status the engine's word for what it does
 * @param current bytes so far; 0 where unknown
 * @param total bytes in all; 0 where unknown
 */
public record LayerState(String layer, String status, long current, long total) {
  /**
   * Stands for the layer's id where a build's step is under way: the status is then the
   * instruction, and the numbers are which step of how many.
   */
  public static final String STEP = "step";
}
