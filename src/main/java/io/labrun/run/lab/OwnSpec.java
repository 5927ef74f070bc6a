package io.labrun.run.lab;

import io.labrun.scenario.Data;
import io.labrun.scenario.Resource;
import io.labrun.scenario.Template;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.ContainerSpec;
import io.labrun.source.SourceText;
import io.labrun.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Describes a container that labrun makes for itself, in the words in which an author would. */
public final class OwnSpec {
  private static final Span NOWHERE = new SourceText("labrun", "").span(0, 0);

  private final String key;
  private final List<Data.Entry> entries = new ArrayList<>();

  private OwnSpec(String key) {
    this.key = key;
  }

  /** A container of an image; its health is nobody's business. */
  public static OwnSpec of(String key, String image) {
    Data.Mapping none =
        Data.Mapping.of(
            List.of(new Data.Entry("disable", NOWHERE, new Data.Bool(true, NOWHERE))), NOWHERE);
    return new OwnSpec(key).text("image", image).with("healthcheck", none);
  }

  /** The same with a text under a key. */
  public OwnSpec text(String name, String value) {
    return with(name, data(value));
  }

  /** The same with a list of texts under a key. */
  public OwnSpec words(String name, String... values) {
    return words(name, List.of(values));
  }

  /** The same with a list of texts under a key. */
  public OwnSpec words(String name, List<String> values) {
    return with(name, new Data.Seq(values.stream().map(OwnSpec::data).toList(), NOWHERE));
  }

  private OwnSpec with(String name, Data value) {
    entries.add(new Data.Entry(name, NOWHERE, value));
    return this;
  }

  private static Data data(String text) {
    return new Data.Text(Template.literal(text), NOWHERE);
  }

  /** What it comes to. */
  public ContainerSpec spec() {
    Resource container = new Resource(key, NOWHERE, Data.Mapping.of(entries, NOWHERE));
    return ContainerSpec.read(container, TextResolver.AS_WRITTEN);
  }
}
