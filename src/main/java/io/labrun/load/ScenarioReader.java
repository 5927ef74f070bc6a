package io.labrun.load;

import io.labrun.scenario.Assertion;
import io.labrun.scenario.Call;
import io.labrun.scenario.Data;
import io.labrun.scenario.Defaults;
import io.labrun.scenario.Level;
import io.labrun.scenario.LocalText;
import io.labrun.scenario.Named;
import io.labrun.scenario.Resource;
import io.labrun.scenario.Scenario;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.Timing;
import io.labrun.scenario.spec.View;
import io.labrun.source.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes a scenario's records of its data; what is not sound is simply not there. */
final class ScenarioReader {
  private final SourceText source;
  private final View root;
  private final Set<String> checks;

  private ScenarioReader(SourceText source, Data.Mapping root, Set<String> checks) {
    this.source = source;
    this.root = view(root);
    this.checks = checks;
  }

  /**
   * Reads a scenario.
   *
   * @param checks the words that name a check
   */
  static Scenario read(SourceText source, Data.Mapping root, Set<String> checks) {
    return new ScenarioReader(source, root, checks).read();
  }

  private Scenario read() {
    return new Scenario(
        source,
        named(root, "name"),
        text("title"),
        text("description"),
        root.texts("tags"),
        RequiresReader.read(root.view("requires")),
        defaults(),
        resources("hosts"),
        resources("networks"),
        resources("volumes"),
        resources("containers"),
        resources("services"),
        assertions(),
        names(root, "submission"));
  }

  private static View view(Data.Mapping map) {
    return new View(map, TextResolver.AS_WRITTEN);
  }

  private static Named named(View view, String key) {
    return new Named(view.text(key).orElse(""), view.map().spanOfValue(key));
  }

  private LocalText text(String key) {
    return root.map().get(key).map(data -> local(root, data)).orElse(LocalText.NONE);
  }

  /** A text, or a map of texts by language. */
  private static LocalText local(View view, Data data) {
    if (!(data instanceof Data.Mapping languages)) {
      return view.scalar(data).map(LocalText::of).orElse(LocalText.NONE);
    }
    Map<String, String> texts = new LinkedHashMap<>();
    View each = view(languages);
    languages.entries().keySet().forEach(k -> each.text(k).ifPresent(t -> texts.put(k, t)));
    return new LocalText(texts);
  }

  private Defaults defaults() {
    View view = root.view("defaults");
    return new Defaults(
        timing(view).or(Defaults.LANGUAGE.timing()),
        view.text("probe_image").orElse(Defaults.LANGUAGE.probeImage()));
  }

  private static Timing timing(View view) {
    return new Timing(
        view.duration("within"),
        view.duration("every"),
        view.duration("hold"),
        view.duration("timeout"));
  }

  private Map<String, Resource> resources(String section) {
    Map<String, Resource> out = new LinkedHashMap<>();
    View all = root.view(section);
    for (Data.Entry entry : all.map().entries().values()) {
      out.put(entry.key(), new Resource(entry.key(), entry.keySpan(), all.view(entry.key()).map()));
    }
    return out;
  }

  private List<Assertion> assertions() {
    List<Assertion> out = new ArrayList<>();
    for (View item : root.views("assertions")) {
      Optional<Call> check =
          item.map().entries().values().stream()
              .filter(entry -> checks.contains(entry.key()))
              .findFirst()
              .map(ScenarioReader::call);
      out.add(assertion(item, check.orElseGet(() -> none(item))));
    }
    return out;
  }

  /** Stands for the check of an assertion that has none: a mistake, but its rest is looked at. */
  private static Call none(View item) {
    return new Call("", item.map().span(), new Data.Null(item.map().span()));
  }

  private static Assertion assertion(View item, Call check) {
    return new Assertion(
        named(item, "name"),
        item.map().span(),
        item.views("do").stream().flatMap(action -> calls(action).stream()).toList(),
        check,
        item.map().get("expect"),
        item.map().mapping("across"),
        timing(item),
        item.items("hint").stream().map(hint -> local(item, hint)).toList(),
        names(item, "needs"),
        item.text("level").filter("warning"::equals).isPresent() ? Level.WARNING : Level.ERROR,
        item.whole("points").orElse(1L).intValue(),
        item.flag("stop"),
        captures(item.view("capture").map()));
  }

  private static List<Call> calls(View action) {
    return action.map().entries().values().stream().map(ScenarioReader::call).toList();
  }

  private static Call call(Data.Entry entry) {
    return new Call(entry.key(), entry.keySpan(), entry.value());
  }

  private static List<Named> names(View view, String key) {
    List<Named> out = new ArrayList<>();
    for (Data item : view.items(key)) {
      view.scalar(item).ifPresent(name -> out.add(new Named(name, item.span())));
    }
    return out;
  }

  private static List<Assertion.Capture> captures(Data.Mapping map) {
    List<Assertion.Capture> out = new ArrayList<>();
    for (Data.Entry entry : map.entries().values()) {
      Optional<String> field = view(map).text(entry.key());
      out.add(
          new Assertion.Capture(
              new Named(entry.key(), entry.keySpan()),
              new Named(field.orElse(""), entry.value().span())));
    }
    return out;
  }
}
