package io.labrun.load.rule;

import io.labrun.load.schema.Names;
import io.labrun.scenario.Data;
import io.labrun.scenario.Resource;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.MountSpec;
import io.labrun.scenario.spec.View;
import io.labrun.source.Diagnostic;
import io.labrun.source.Span;
import java.util.function.Consumer;

/** A mount of a volume names a declared volume, and its target is a whole path. */
final class VolumeReferenceRule implements Rule {
  @Override
  public void check(Draft draft, Consumer<Diagnostic> report) {
    for (Resource container : draft.workloads()) {
      for (Data item : new View(container.body(), TextResolver.AS_WRITTEN).items("volumes")) {
        if (item instanceof Data.Mapping mapping) {
          longForm(draft, mapping, report);
        } else if (item instanceof Data.Text text && draft.isKnown(text)) {
          shortForm(draft, text, report);
        }
      }
    }
  }

  private static void longForm(Draft draft, Data.Mapping mount, Consumer<Diagnostic> report) {
    View view = new View(mount, TextResolver.AS_WRITTEN);
    boolean volume = view.text("type").filter("volume"::equals).isPresent();
    boolean known = mount.get("source").filter(draft::isKnown).isPresent();
    if (volume && known) {
      source(draft, view.text("source").orElse(""), mount.spanOfValue("source"), report);
    } else if (view.text("type").filter("bind"::equals).isPresent()
        && !mount.entries().containsKey("source")
        && draft.isWhole(mount)) {
      report.accept(
          Diagnostic.at(mount.spanOfValue("type"), "missing-key", "a bind mount needs a `source`")
              .help("The path on the host, relative to the scenario's folder: `source: ./site`"));
    }
  }

  private static void shortForm(Draft draft, Data.Text text, Consumer<Diagnostic> report) {
    String written = text.template().asWritten();
    MountSpec mount = MountSpec.parse(written);
    if (!mount.target().startsWith("/")) {
      report.accept(
          Diagnostic.at(text.span(), "bad-format", "`" + written + "` is not a mount")
              .help(
                  "Write SOURCE:TARGET as in storage:/data or ./site:/www:ro, or /scratch for a"
                      + " volume without a name.",
                  "The target is a whole path in the container: it begins with /."));
      return;
    }
    if (mount.type() == MountSpec.Type.VOLUME && !mount.source().isEmpty()) {
      source(draft, mount.source(), sourceSpan(text, mount.source()), report);
    }
  }

  /** Where the source of a mount in the short form stands; the whole mount if it is not found. */
  static Span sourceSpan(Data.Text mount, String source) {
    Span span = mount.span();
    int at = span.text().indexOf(source);
    int start = span.start() + at;
    return at < 0 ? span : span.source().span(start, start + source.length());
  }

  private static void source(Draft draft, String name, Span span, Consumer<Diagnostic> report) {
    if (draft.names().lacks(Names.VOLUME, name)) {
      Diagnostic missing = Known.missing(draft.names(), Names.VOLUME, name, span);
      report.accept(
          missing.help(
              "Volumes are declared under `volumes`; a path on the host begins with `./` or `/`."));
    }
  }
}
