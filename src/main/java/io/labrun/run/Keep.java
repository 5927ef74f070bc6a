package io.labrun.run;

/** When what a run made is left standing. */
public enum Keep {
  /** Never: everything is removed. */
  NEVER,
  /** When it did not pass. */
  FAILED,
  /** Always. */
  ALWAYS
}
