package io.labrun.load.rule;

import io.labrun.scenario.Call;
import io.labrun.scenario.Data;
import io.labrun.source.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Of keys that exclude each other one is given: `command` or `shell`, `content` or `file`. */
final class ChoiceRule implements Rule {
  @Override
  public void check(Draft draft, Consumer<Diagnostic> report) {
    for (Call call : Calls.all(draft.scenario())) {
      if (call.argument() instanceof Data.Mapping map) {
        switch (call.kind()) {
          case "exec" -> one(draft, call, map, List.of("command", "shell"), report);
          case "copy" -> one(draft, call, map, List.of("content", "file"), report);
          case "inspect" ->
              one(
                  draft,
                  call,
                  map,
                  List.of("container", "network", "volume", "image", "service", "host", "engine"),
                  report);
          default -> {}
        }
      }
    }
  }

  private static void one(
      Draft draft, Call call, Data.Mapping map, List<String> keys, Consumer<Diagnostic> report) {
    List<Data.Entry> given = new ArrayList<>();
    keys.forEach(key -> map.entry(key).ifPresent(given::add));
    Optional<Data.Entry> second = given.stream().skip(1).findFirst();
    if (second.isPresent()) {
      String message =
          "`" + given.get(0).key() + "` and `" + second.get().key() + "` exclude each other";
      report.accept(
          Diagnostic.at(second.get().keySpan(), "one-of", message).label("leave one out"));
    } else if (given.isEmpty() && draft.isWhole(map)) {
      String all = "`" + String.join("`, `", keys) + "`";
      report.accept(
          Diagnostic.at(
              call.kindSpan(), "missing-key", "`" + call.kind() + "` needs one of " + all));
    }
  }
}
