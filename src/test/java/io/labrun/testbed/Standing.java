package io.labrun.testbed;

import io.labrun.plan.Labels;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.LabelledObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What stands of runs on the engine at one moment, but for runs that are still going on.
 *
 * @param objects each as {@code kind id name run}
 */
record Standing(Set<String> objects) {
  private static final Path NOTE = Path.of("target", "testbed", "standing-before.txt");

  static Standing now() {
    try (Engine engine = TestEngine.connect()) {
      return new Standing(
          engine.labelled(Map.of(Labels.RUN, "")).stream()
              .filter(object -> !isOfALivingRun(object))
              .map(Standing::line)
              .collect(Collectors.toCollection(TreeSet::new)));
    }
  }

  /** What stood when the tests began; nothing if they began without a note. */
  static Standing before() throws IOException {
    return Files.exists(NOTE)
        ? new Standing(new TreeSet<>(Files.readAllLines(NOTE)))
        : new Standing(Set.of());
  }

  void save() throws IOException {
    Files.createDirectories(NOTE.getParent());
    Files.write(NOTE, objects);
  }

  /** What is here and was not there. */
  Set<String> since(Standing earlier) {
    Set<String> out = new TreeSet<>(objects);
    out.removeAll(earlier.objects());
    return out;
  }

  /** Whether the process that made it, {@code user@host:pid:start}, is there: not one of ours. */
  private static boolean isOfALivingRun(LabelledObject object) {
    String[] owner = object.labels().getOrDefault(Labels.OWNER, "").split(":");
    return owner.length > 1
        && owner[1].matches("\\d{1,18}")
        && ProcessHandle.of(Long.parseLong(owner[1])).isPresent();
  }

  private static String line(LabelledObject object) {
    return String.join(
        " ", object.kind().word(), object.id(), object.name(), object.labels().get(Labels.RUN));
  }
}
