package io.labrun.cli;

import io.labrun.plan.Labels;
import io.labrun.run.Keep;
import io.labrun.run.RunSettings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Settings of runs that this process makes: who it is, for what file, with what values.
 *
 * <p>Each label is always there: what is left out, the image or the author could say instead.
 */
final class RunLabelling {
  private RunLabelling() {}

  /** The settings for running a file. */
  static RunSettings settings(
      Path file, Keep keep, Map<String, String> values, Map<String, String> env) {
    return settings(file, keep, keep, values, env);
  }

  /** The settings for what is to stand once it is set up, and is removed if that fails. */
  static RunSettings standing(Path file, Map<String, String> values, Map<String, String> env) {
    return settings(file, Keep.NEVER, Keep.ALWAYS, values, env);
  }

  private static RunSettings settings(
      Path file, Keep keep, Keep label, Map<String, String> values, Map<String, String> env) {
    Path whole = file.toAbsolutePath().normalize();
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put(Labels.OWNER, Owner.current().toString());
    labels.put(Labels.FILE, whole.toString());
    labels.put(Labels.KEEP, label.name().toLowerCase(Locale.ROOT));
    labels.put(Labels.VARS, JsonText.of(values));
    Path folder = whole.getParent() == null ? whole : whole.getParent();
    return new RunSettings(keep, labels, env, folder, RunSettings.USUAL_PARALLEL)
        .beside(Owner::mayRun);
  }
}
