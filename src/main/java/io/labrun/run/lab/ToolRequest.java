package io.labrun.run.lab;

import io.labrun.plan.Labels;
import io.labrun.run.engine.ContainerRequest;
import io.labrun.scenario.Data;
import io.labrun.scenario.Resource;
import io.labrun.scenario.Template;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.ContainerSpec;
import io.labrun.source.SourceText;
import io.labrun.source.Span;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A tool container as it is to be made.
 *
 * @param lab the lab it belongs to
 * @param image what it is made from
 * @param subject beside whom: a container's key, or the engine
 * @param labels what everything of the run carries
 */
record ToolRequest(Lab lab, String image, String subject, Map<String, String> labels) {
  private static final Span NOWHERE = new SourceText("probe", "").span(0, 0);

  /** No declared container can have this name: theirs go on with a hyphen. */
  String name() {
    return lab.plan().run() + "_probe_" + subject;
  }

  ContainerRequest toRequest() {
    Map<String, String> all = new LinkedHashMap<>(labels);
    all.put(Labels.KEY, subject);
    all.put(Labels.ROLE, Labels.PROBE_ROLE);
    return new ContainerRequest(
        name(), all, spec(), Map.of(), List.of(), Map.of(), lab.containers(), Path.of("/"));
  }

  /** It sleeps; what it is for is run in it. Root may ping, whatever user the image names. */
  private ContainerSpec spec() {
    boolean host = subject.equals(Probes.ENGINE);
    Data.Mapping body =
        Data.Mapping.of(
            List.of(
                entry("image", text(image)),
                entry("entrypoint", words("sleep", "2147483647")),
                entry("user", text("0")),
                entry("healthcheck", Data.Mapping.of(List.of(entry("disable", flag())), NOWHERE)),
                entry("network_mode", text(host ? "host" : "container:" + subject))),
            NOWHERE);
    return ContainerSpec.read(new Resource(subject, NOWHERE, body), TextResolver.AS_WRITTEN);
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
    return new Data.Seq(List.of(words).stream().map(ToolRequest::text).toList(), NOWHERE);
  }
}
