package io.labrun.load.schema;

import java.util.Set;

/** Words of operators that other things are called by too. */
public final class OperatorWords {
  /** Those that are as likely names of fields, in JSON for example. */
  public static final Set<String> LIKELY_FIELDS =
      Set.of("type", "empty", "length", "all", "any", "none", "not", "lines", "json", "equals");

  private OperatorWords() {}
}
