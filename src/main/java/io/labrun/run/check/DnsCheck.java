package io.labrun.run.check;

import io.labrun.event.Problem;
import io.labrun.run.action.SideBySide;
import io.labrun.run.engine.Tree;
import io.labrun.run.lab.ContainerState;
import io.labrun.run.lab.ProblemException;
import io.labrun.scenario.Call;
import io.labrun.scenario.Data;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.View;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks a name up, as the subject's own programs would. */
final class DnsCheck implements Check {
  /** The engine's own name server, in every user-defined network (field notes, "The engine"). */
  private static final String EMBEDDED = "127.0.0.11";

  @Override
  public String kind() {
    return "dns";
  }

  @Override
  public List<Finding> attempt(Call call, CheckContext context) {
    View view = new View(call.arguments(), context.resolver());
    String name = view.text("name").orElseThrow();
    String type = view.text("type").orElse("A");
    return SideBySide.look(view.texts("from"), from -> look(from, name, type, context));
  }

  @Override
  public Optional<Data> expectedByDefault(Call call) {
    return Optional.of(Expectations.that(call, "resolves", Expectations.yes(call)));
  }

  @Override
  public List<String> subjects(Call call) {
    return new View(call.arguments(), TextResolver.AS_WRITTEN).texts("from");
  }

  private static Finding look(String from, String name, String type, CheckContext context) {
    Lookup lookup = Lookup.of(context, from, name, type);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("resolves", !lookup.addresses().isEmpty());
    fields.put("addresses", lookup.addresses());
    return new Finding(
        from,
        fields,
        summary(name, lookup),
        Optional.empty(),
        false,
        lookup.isSure() ? Control.NONE : () -> objection(from, name, lookup, context));
  }

  private static String summary(String name, Lookup lookup) {
    return lookup.addresses().isEmpty()
        ? "%s: no address, says %s".formatted(name, lookup.source())
        : "%s: %s, says %s".formatted(name, String.join(", ", lookup.addresses()), lookup.source());
  }

  /**
   * The engine's server asks others for names that it does not know, and passes their failure on
   * where there are none. That it knows the subject's own name shows that it would know a
   * neighbour's.
   */
  private static Optional<Problem> objection(
      String from, String name, Lookup lookup, CheckContext context) {
    try {
      boolean embedded = lookup.source().startsWith(EMBEDDED);
      return embedded && knowsItself(from, context)
          ? Optional.empty()
          : Optional.of(
              Problem.of(
                  "the name server %s could not find out about `%s`, so this proves nothing"
                      .formatted(lookup.source(), name)));
    } catch (ProblemException e) {
      return Optional.of(e.problem());
    }
  }

  private static boolean knowsItself(String from, CheckContext context) {
    Tree tree = ContainerState.of(context.lab(), from).tree();
    String own = tree.text("Name").orElse("").replaceFirst("^/", "");
    return !Lookup.of(context, from, own, "A").addresses().isEmpty();
  }
}
