package io.labrun.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a glance takes for a scenario: never too little, as what is passed over is not checked. */
final class GlanceTest {
  private static final Pattern TOP_KEY = Pattern.compile("^[a-z]+(?=:)", Pattern.MULTILINE);

  private static Glance glance(String text) throws IOException {
    return Glance.at(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  static Stream<Path> scenarios() throws IOException {
    return Stream.concat(
            Files.list(Path.of("scenarios")), Files.list(Path.of("src/main/resources/examples")))
        .filter(file -> file.toString().endsWith(".yaml"));
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void a_scenario_with_one_mistake_is_still_one(Path file) throws IOException {
    String text = Files.readString(file);
    assertTrue(glance(text).scenario());
    String bare = text.replaceFirst("# yaml-language-server.*", "");
    for (MatchResult key : TOP_KEY.matcher(bare).results().toList()) {
      for (String wrong : mistyped(key.group())) {
        String damaged = bare.substring(0, key.start()) + wrong + bare.substring(key.end());
        assertTrue(glance(damaged).scenario(), () -> file + ": " + key.group() + " → " + wrong);
      }
    }
    assertTrue(glance(bare.indent(2)).scenario(), "indented");
    assertTrue(glance("scenario:\n" + bare.indent(2)).scenario(), "inside another map");
    assertTrue(glance(bare + "\n  \"never closed").scenario(), "not YAML any more");
    assertTrue(glance(bare + "\n---\nname: second\n").scenario(), "two documents");
    assertTrue(glance("<<<<<<< HEAD\n" + bare).scenario(), "a conflict");
  }

  @Test
  void one_that_is_too_large_or_in_another_encoding_is_still_one() throws IOException {
    String text = Files.readString(Path.of("scenarios/none.yaml"));
    assertTrue(glance(text + "# é".repeat(700_000)).scenario());
    byte[] wide = ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE);
    assertTrue(Glance.at(new ByteArrayInputStream(wide)).scenario());
    byte[] latin = (text + "# \u00e9\n").getBytes(StandardCharsets.ISO_8859_1);
    assertTrue(Glance.at(new ByteArrayInputStream(latin)).scenario());
  }

  private static List<String> mistyped(String key) {
    List<String> out = new ArrayList<>();
    for (int i = 0; i < key.length(); i += 3) {
      out.add(key.substring(0, i) + key.substring(i + 1));
      out.add(key.substring(0, i) + "x" + key.substring(i));
      out.add(key.substring(0, i) + "x" + key.substring(i + 1));
    }
    out.removeIf(String::isEmpty);
    out.add(key.toUpperCase(Locale.ROOT));
    return out;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# nothing but a comment\n",
        "just words",
        "name:lab",
        "{name: x, assertions: [",
        "name: lab\n",
        "name: lab\nnetworks: {a: {}}\n",
        "name: lab\nservices: {a: {}}\nexpectations: []\n",
        "- name: lab\n  containers: {}\n",
        "tests: []\nname: lab\n",
        "asertions: []\nservices: {a: {}}\n",
        "contianers: {}\n",
        "# yaml-language-server: $schema=../schema/scenario.schema.json\nfoo: bar\n"
      })
  void what_may_be_meant_as_one_is_taken_for_one(String text) throws IOException {
    assertTrue(glance(text).scenario());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "services: {web: {image: nginx}}\nvolumes: {data: {}}\n",
        "version: '3'\nname: shop\nservices: {}\nnetworks: {}\nx-common: {}\n",
        "name: CI\non: [push]\njobs: {build: {runs-on: ubuntu-latest}}\ndefaults: {}\n",
        "apiVersion: v1\nkind: Pod\nmetadata: {name: x}\nspec: {containers: []}\n",
        "apiVersion: v1\nkind: Pod\n---\napiVersion: v1\nkind: Service\n",
        "openapi: 3.0.0\ninfo: {}\ntags: []\npaths: {}\n",
        "- hosts: all\n  vars: {}\n  tasks: []\n",
        "stages: [test]\ntest:\n  script: !reference [.x, script]\n",
        "{{- if .Values.on }}\napiVersion: v1\nkind: ConfigMap\n{{- end }}\n",
        "name: web\nversion: 1.0.0\ndescription: a chart\n",
        "global: {scrape_interval: 15s}\nscrape_configs: []\n",
        "[]",
        "{}"
      })
  void what_is_of_another_program_is_not(String text) throws IOException {
    assertFalse(glance(text).scenario());
  }

  @Test
  void name_and_tags_are_seen_where_the_rest_has_mistakes() throws IOException {
    Glance seen = glance("name: lab\ntags: [net, slow]\ncontainers: {a: {imgae: x}}\n");
    assertEquals(Optional.of("lab"), seen.name());
    assertEquals(Optional.of(List.of("net", "slow")), seen.tags());
    assertEquals(Optional.of(List.of()), glance("name: lab\ncontainers: {}\n").tags());
    assertEquals(Optional.empty(), glance("name: lab\ntags: [\"${x}\"]\ncontainers: {}\n").tags());
    Glance broken = glance("name: lab\ntags: [net\ncontainers: {}\n");
    assertEquals(Optional.of("lab"), broken.name());
    assertEquals(Optional.empty(), broken.tags());
  }

  @Test
  void a_file_that_cannot_be_read_may_be_a_scenario() {
    assertEquals(Glance.NOTHING, Glance.at(Path.of("no-such-file.yaml")));
    assertTrue(Glance.NOTHING.scenario());
  }
}
