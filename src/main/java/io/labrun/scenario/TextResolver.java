package io.labrun.scenario;

/** Turns a template into text. */
@FunctionalInterface
public interface TextResolver {
  /** Leaves live values as they are written, for looking at a scenario that does not run. */
  TextResolver AS_WRITTEN = Template::asWritten;

  /** The text of a template; what cannot be looked up is the resolver's error to throw. */
  String resolve(Template template);
}
