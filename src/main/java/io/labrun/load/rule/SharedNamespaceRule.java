package io.labrun.load.rule;

import io.labrun.load.schema.Names;
import io.labrun.scenario.Data;
import io.labrun.scenario.Resource;
import io.labrun.source.Diagnostic;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code container:KEY} in network_mode, pid and ipc names a declared container. */
final class SharedNamespaceRule implements Rule {
  static final String PREFIX = "container:";
  static final List<String> KEYS = List.of("network_mode", "pid", "ipc");

  @Override
  public void check(Draft draft, Consumer<Diagnostic> report) {
    for (Resource container : draft.scenario().containers().values()) {
      for (String key : KEYS) {
        Optional<String> other = other(draft, container, key);
        if (other.isPresent() && draft.names().lacks(Names.CONTAINER, other.get())) {
          Data value = container.body().get(key).orElseThrow();
          report.accept(Known.missing(draft.names(), Names.CONTAINER, other.get(), value.span()));
        }
      }
    }
  }

  private static Optional<String> other(Draft draft, Resource container, String key) {
    return container
        .body()
        .get(key)
        .filter(draft::isKnown)
        .filter(Data.Text.class::isInstance)
        .map(value -> ((Data.Text) value).template().asWritten())
        .filter(mode -> mode.startsWith(PREFIX))
        .map(mode -> mode.substring(PREFIX.length()));
  }
}
