package io.labrun.load.vars;

import io.labrun.source.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The declared variables of a scenario and their values. */
public final class Variables {
  private final Map<String, Variable> byName = new LinkedHashMap<>();

  /**
   * A declared variable.
   *
   * @param nameSpan where its name is declared
   * @param value its value; empty where nothing gives one
   * @param broken whether its default is a mistake: nothing more is said of its uses
   */
  public record Variable(Span nameSpan, Optional<String> value, boolean broken) {}

  void declare(String name, Variable variable) {
    byName.put(name, variable);
  }

  /** The variable of a name. */
  public Optional<Variable> get(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The names in the order of the file. */
  public Set<String> names() {
    return Collections.unmodifiableSet(byName.keySet());
  }
}
