package io.labrun.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.labrun.load.schema.SchemaDocument;
import io.labrun.scenario.Data;
import io.labrun.scenario.Defaults;
import io.labrun.scenario.NotedKeys;
import io.labrun.scenario.Resource;
import io.labrun.scenario.Template;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.Timing;
import io.labrun.scenario.spec.BuildSpec;
import io.labrun.scenario.spec.ContainerSpec;
import io.labrun.scenario.spec.Durations;
import io.labrun.scenario.spec.NetworkSpec;
import io.labrun.scenario.spec.ServiceSpec;
import io.labrun.scenario.spec.VolumeSpec;
import io.labrun.source.SourceText;
import io.labrun.source.Span;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * What the schema allows is read by the code, and the code reads nothing that the schema forbids:
 * the maps of a scenario note which keys they are asked for.
 */
final class SchemaAndCodeTest {
  private static final SourceText SOURCE = new SourceText("test.yaml", "name: lab");
  private static final Span SPAN = SOURCE.span(0, 4);
  private static final JsonNode ROOT = SchemaDocument.load().root();

  private final NotedKeys noted = new NotedKeys();

  private Data.Mapping map(String path, Map<String, Data> values) {
    return noted.map(path, values, SPAN);
  }

  private static Data.Mapping plain(String key, Data value) {
    return Data.Mapping.of(List.of(new Data.Entry(key, SPAN, value)), SPAN);
  }

  private static Data list(Data... items) {
    return new Data.Seq(List.of(items), SPAN);
  }

  private static Data text(String text) {
    return new Data.Text(Template.literal(text), SPAN);
  }

  private static Resource resource(Data.Mapping body) {
    return new Resource("one", SPAN, body);
  }

  private static Set<String> declared(JsonNode place) {
    Set<String> keys = new TreeSet<>();
    place.path("properties").fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static JsonNode definition(String name) {
    return ROOT.path("$defs").path(name);
  }

  private void agree(String path, JsonNode place) {
    assertEquals(declared(place), noted.asked().get(path), path);
  }

  @Test
  void a_container() {
    Data.Mapping mount =
        map(
            "mount",
            Map.of(
                "bind", map("bind", Map.of()),
                "volume", map("volume", Map.of()),
                "tmpfs", map("tmpfs", Map.of())));
    Data.Mapping container =
        map(
            "container",
            Map.of(
                "build", map("build", Map.of()),
                "healthcheck", map("healthcheck", Map.of()),
                "env_file", list(map("env_file", Map.of())),
                "volumes", list(mount),
                "networks", plain("lab", map("network", Map.of())),
                "depends_on", plain("other", map("depends_on", Map.of())),
                "ports", list(map("port", Map.of())),
                "ulimits", plain("nofile", map("ulimit", Map.of()))));
    ContainerSpec.read(resource(container), TextResolver.AS_WRITTEN);
    JsonNode keys = definition("container").path("properties");
    agree("container", definition("container"));
    agree("build", definition("build"));
    agree("mount", definition("mount"));
    for (String kind : List.of("bind", "volume", "tmpfs")) {
      agree(kind, definition("mount").path("properties").path(kind));
    }
    agree("healthcheck", keys.path("healthcheck"));
    agree("env_file", keys.path("env_file").path("items"));
    agree("network", definition("container_network"));
    agree("depends_on", keys.path("depends_on").path("additionalProperties"));
    agree("port", keys.path("ports").path("items"));
    agree("ulimit", keys.path("ulimits").path("additionalProperties"));
  }

  /** What a service may say is read; the code for containers, which it shares, reads more. */
  @Test
  void a_service() {
    Data.Mapping resources =
        map(
            "resources",
            Map.of(
                "limits", map("limits", Map.of()), "reservations", map("reservations", Map.of())));
    Data.Mapping placement =
        map("placement", Map.of("preferences", list(map("preference", Map.of()))));
    Data.Mapping deploy =
        map(
            "deploy",
            Map.of(
                "placement", placement,
                "resources", resources,
                "restart_policy", map("restart_policy", Map.of()),
                "update_config", map("update_config", Map.of()),
                "rollback_config", map("rollback_config", Map.of())));
    Data.Mapping service =
        map(
            "service",
            Map.of(
                "deploy", deploy,
                "networks", plain("lab", map("network", Map.of())),
                "ports", list(map("port", Map.of()))));
    ServiceSpec.read(resource(service), TextResolver.AS_WRITTEN);
    JsonNode keys = definition("service").path("properties");
    within("service", definition("service"));
    within("network", keys.path("networks").path("additionalProperties"));
    within("port", keys.path("ports").path("items"));
    JsonNode places = keys.path("deploy").path("properties");
    agree("deploy", keys.path("deploy"));
    agree("placement", places.path("placement"));
    agree(
        "preference",
        places.path("placement").path("properties").path("preferences").path("items"));
    agree("resources", places.path("resources"));
    agree("limits", places.path("resources").path("properties").path("limits"));
    within("reservations", places.path("resources").path("properties").path("reservations"));
    for (String kind : List.of("restart_policy", "update_config", "rollback_config")) {
      agree(kind, places.path(kind));
    }
  }

  private void within(String path, JsonNode place) {
    Set<String> unread = declared(place);
    unread.removeAll(noted.asked().get(path));
    assertEquals(Set.of(), unread, path);
  }

  @Test
  void a_network() {
    Data.Mapping ipam = map("ipam", Map.of("config", list(map("pool", Map.of()))));
    NetworkSpec.read(resource(map("network", Map.of("ipam", ipam))), TextResolver.AS_WRITTEN);
    JsonNode places = definition("network").path("properties").path("ipam");
    agree("network", definition("network"));
    agree("ipam", places);
    agree("pool", places.path("properties").path("config").path("items"));
  }

  @Test
  void a_volume() {
    VolumeSpec.read(resource(map("volume", Map.of())), TextResolver.AS_WRITTEN);
    agree("volume", definition("volume"));
  }

  @Test
  void an_assertion() {
    Data.Mapping assertion = map("assertion", Map.of("exec", map("exec", Map.of())));
    Data.Mapping root = map("scenario", Map.of("assertions", list(assertion)));
    Set<String> checks = Set.copyOf(SchemaDocument.load().checks());
    ScenarioReader.read(SOURCE, root, checks);
    Set<String> declared = declared(definition("assertion"));
    declared.removeAll(checks);
    assertEquals(declared, noted.asked().get("assertion"));
  }

  @Test
  void the_defaults_of_assertions() {
    JsonNode defaults = ROOT.path("properties").path("defaults").path("properties");
    assertEquals(
        defaults.path("probe_image").path("default").textValue(), Defaults.LANGUAGE.probeImage());
    Timing timing = Defaults.LANGUAGE.timing();
    Map<String, Optional<Duration>> times =
        Map.of("within", timing.within(), "every", timing.every(), "timeout", timing.timeout());
    times.forEach(
        (key, value) ->
            assertEquals(Durations.parse(defaults.path(key).path("default").asText()), value, key));
  }

  @Test
  void the_defaults_of_what_is_made() {
    Data.Mapping container =
        plain(
            "volumes",
            list(Data.Mapping.of(List.of(new Data.Entry("type", SPAN, text("bind"))), SPAN)));
    ContainerSpec made = ContainerSpec.read(resource(container), TextResolver.AS_WRITTEN);
    JsonNode keys = definition("container").path("properties");
    assertEquals(keys.path("pull_policy").path("default").textValue(), made.pullPolicy());
    assertEquals(keys.path("start").path("default").booleanValue(), made.start());
    assertEquals(
        definition("network").path("properties").path("start").path("default").booleanValue(),
        NetworkSpec.read(resource(map("network", Map.of())), TextResolver.AS_WRITTEN).start());
    assertEquals(
        definition("volume").path("properties").path("start").path("default").booleanValue(),
        VolumeSpec.read(resource(map("volume", Map.of())), TextResolver.AS_WRITTEN).start());
    JsonNode bind = definition("mount").path("properties").path("bind").path("properties");
    assertEquals(
        bind.path("create_host_path").path("default").booleanValue(),
        made.storage().mounts().get(0).createHostPath());
    JsonNode build = definition("build").path("properties");
    assertEquals(build.path("context").path("default").textValue(), BuildSpec.PLAIN.context());
    assertEquals(build.path("dockerfile").path("default").textValue(), BuildSpec.DOCKERFILE);
    assertEquals(build.path("pull").path("default").booleanValue(), BuildSpec.PLAIN.pull());
    assertEquals(build.path("no_cache").path("default").booleanValue(), BuildSpec.PLAIN.noCache());
  }
}
