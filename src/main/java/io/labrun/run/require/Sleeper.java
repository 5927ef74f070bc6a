package io.labrun.run.require;

import io.labrun.scenario.Data;
import io.labrun.scenario.Resource;
import io.labrun.scenario.Template;
import io.labrun.source.SourceText;
import io.labrun.source.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A container that only sleeps, for a minute at most; what it is for is run in it.
 *
 * @param entries what is said of it, as a scenario would
 */
record Sleeper(List<Data.Entry> entries) {
  private static final Span NOWHERE = new SourceText("labrun", "").span(0, 0);

  /** Says more of a container. */
  @FunctionalInterface
  public interface Wish {
    /** Nothing more is to be said. */
    Wish NONE = sleeper -> sleeper;

    /** The container with more said of it. */
    Sleeper on(Sleeper sleeper);
  }

  /** One from an image, whatever that would run, as root, ending at once when it is told to. */
  static Sleeper of(String image) {
    return new Sleeper(List.of())
        .with("image", text(image))
        .with("entrypoint", words("sleep", "60"))
        .with("user", text("0"))
        .with("healthcheck", Data.Mapping.of(List.of(entry("disable", flag())), NOWHERE))
        .with("stop_grace_period", text("0s"));
  }

  /** The same in the network namespace of the engine's machine. */
  Sleeper onHost() {
    return with("network_mode", text("host"));
  }

  /** The same with every right. */
  Sleeper privileged() {
    return with("privileged", flag());
  }

  /** The same with a volume by its full name. */
  Sleeper withVolume(String name, String target) {
    return with("volumes", words(name + ":" + target));
  }

  /** The same with a folder of the engine's machine that must exist, to be read only. */
  Sleeper reading(String folder, String target) {
    Data.Mapping mount =
        Data.Mapping.of(
            List.of(
                entry("type", text("bind")),
                entry("source", text(folder)),
                entry("target", text(target)),
                entry("read_only", flag())),
            NOWHERE);
    return with("volumes", new Data.Seq(List.of(mount), NOWHERE));
  }

  Resource toResource() {
    return new Resource("sleeper", NOWHERE, Data.Mapping.of(entries, NOWHERE));
  }

  private Sleeper with(String key, Data value) {
    List<Data.Entry> all = new ArrayList<>(entries);
    all.add(entry(key, value));
    return new Sleeper(List.copyOf(all));
  }

  private static Data.Entry entry(String key, Data value) {
    return new Data.Entry(key, NOWHERE, value);
  }

  private static Data text(String text) {
    return new Data.Text(Template.literal(text), NOWHERE);
  }

  private static Data flag() {
    return new Data.Bool(true, NOWHERE);
  }

  private static Data words(String... words) {
    return new Data.Seq(Arrays.stream(words).map(Sleeper::text).toList(), NOWHERE);
  }
}
