package io.labrun.load.rule;

import io.labrun.load.schema.Names;
import io.labrun.scenario.Call;
import io.labrun.scenario.Data;
import io.labrun.scenario.Resource;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.View;
import io.labrun.source.Diagnostic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** What is created has `start: false`, and what is deleted is not external. */
final class CreateRule implements Rule {
  private static final List<String> KINDS = List.of(Names.NETWORK, Names.VOLUME, Names.SERVICE);

  @Override
  public void check(Draft draft, Consumer<Diagnostic> report) {
    for (Call call : Calls.all(draft.scenario())) {
      if (call.kind().equals("create")) {
        targets(draft, call, CreateRule::create, report);
      } else if (call.kind().equals("delete")) {
        targets(draft, call, CreateRule::delete, report);
      }
    }
  }

  private static void targets(
      Draft draft,
      Call call,
      BiFunction<Resource, Data, Optional<Diagnostic>> judge,
      Consumer<Diagnostic> report) {
    View view = new View(call.arguments(), TextResolver.AS_WRITTEN);
    for (String kind : KINDS) {
      for (Data item : view.items(kind)) {
        Optional.ofNullable(declared(draft, kind).get(Nets.written(item)))
            .filter(resource -> draft.isWhole(resource.body()))
            .flatMap(resource -> judge.apply(resource, item))
            .ifPresent(report);
      }
    }
  }

  private static Map<String, Resource> declared(Draft draft, String kind) {
    return switch (kind) {
      case Names.NETWORK -> draft.scenario().networks();
      case Names.VOLUME -> draft.scenario().volumes();
      default -> draft.scenario().services();
    };
  }

  private static Optional<Diagnostic> create(Resource resource, Data item) {
    View view = new View(resource.body(), TextResolver.AS_WRITTEN);
    String key = resource.key();
    Diagnostic mistake =
        Diagnostic.at(item.span(), "made-already", "`" + key + "` is there from the beginning");
    if (view.flag("external")) {
      return Optional.of(mistake.label("it is external: it is never made"));
    }
    return view.flag("start", true)
        ? Optional.of(
            mistake
                .label("it has no `start: false`")
                .help("With `" + key + ": {start: false}` it is left for this action to make."))
        : Optional.empty();
  }

  private static Optional<Diagnostic> delete(Resource resource, Data item) {
    return new View(resource.body(), TextResolver.AS_WRITTEN).flag("external")
        ? Optional.of(
            Diagnostic.at(
                    item.span(), "external", "`" + resource.key() + "` is not the scenario's own")
                .label("it is external: it is never removed"))
        : Optional.empty();
  }
}
