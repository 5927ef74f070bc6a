package io.labrun.docker;

import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.LayerChange;
import io.labrun.run.engine.ProcessEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What containers have written, and what runs in them. */
final class Insides {
  private final Wire wire;

  Insides(Wire wire) {
    this.wire = wire;
  }

  /** {@code GET /containers/{id}/changes}; kinds are numbered 0 changed, 1 added, 2 deleted. */
  List<LayerChange> changes(String id) {
    LayerChange.Kind[] kinds = LayerChange.Kind.values();
    return wire.list("/containers/" + Paths.segment(id) + "/changes").stream()
        .map(c -> new LayerChange(kinds[(int) Json.number(c, "Kind")], Json.text(c, "Path")))
        .toList();
  }

  /**
   * {@code GET /containers/{id}/top}, with the engine's own choice of columns: what {@code ps} of
   * its machine can do besides, nobody knows. Podman's choice is the container's own numbers, and
   * it has columns of its own for those of its machine.
   */
  List<ProcessEntry> processes(String id) {
    String columns = wire.isPodman() ? "?ps_args=hpid,user,args" : "";
    Map<String, Object> top = wire.object("/containers/" + Paths.segment(id) + "/top" + columns);
    List<Object> titles = Json.list(top, "Titles");
    int pid = column(titles, "PID", "HPID");
    int user = column(titles, "UID", "USER");
    int command = column(titles, "CMD", "COMMAND");
    List<ProcessEntry> out = new ArrayList<>();
    for (Object line : Json.list(top, "Processes")) {
      List<?> words = (List<?>) line;
      long number = Long.parseLong(words.get(pid).toString());
      out.add(new ProcessEntry(number, words.get(user).toString(), words.get(command).toString()));
    }
    return out;
  }

  private static int column(List<Object> titles, String... names) {
    return List.of(names).stream()
        .map(titles::indexOf)
        .filter(index -> index >= 0)
        .findFirst()
        .orElseThrow(
            () ->
                new EngineException(
                    EngineException.Kind.UNSUPPORTED,
                    "the engine's list of processes has no column " + names[0] + ": " + titles));
  }
}
