package io.labrun.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.report.Golden;
import io.labrun.run.check.Check;
import io.labrun.run.check.Checks;
import io.labrun.scenario.Defaults;
import io.labrun.scenario.spec.Durations;
import io.labrun.source.Marks;
import io.labrun.source.Theme;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reference says of every word what it is, and what the code does. */
final class ReferenceTest {
  private static final Topic STATUS = Topic.of(Kind.STATUS, "status", "0", "All passed.");
  private static final Reference REFERENCE = new Reference(List.of(STATUS));

  @Test
  void every_word_has_a_sentence() {
    List<String> silent =
        REFERENCE
            .topics()
            .filter(topic -> !topic.sentence().endsWith("."))
            .map(Topic::qualified)
            .toList();
    assertEquals(List.of(), silent);
  }

  @Test
  void every_word_is_found_by_its_name_and_its_qualified_name() {
    REFERENCE
        .topics()
        .forEach(
            topic -> {
              assertTrue(REFERENCE.find(topic.name()).contains(topic), topic.name());
              assertTrue(REFERENCE.find(topic.qualified()).contains(topic), topic.qualified());
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"${web.ip}", "web.ip", "ip", "${anything.ip}"})
  void a_live_value_is_found_as_it_is_written(String word) {
    assertEquals(List.of("${CONTAINER.ip}", "${HOST.ip}"), names(word));
  }

  @Test
  void a_word_with_several_meanings_has_them_all() {
    assertEquals(
        List.of("check.exec", "action.exec"),
        REFERENCE.find("exec").stream().map(Topic::qualified).toList());
    assertEquals(List.of(), REFERENCE.find("raech"));
    assertEquals(Optional.of("reach"), REFERENCE.nearest("raech"));
    assertEquals(List.of("${run.id}"), names("${run.id}"));
    assertEquals(List.of(), names("web.nothing"));
  }

  @Test
  void a_grant_says_what_it_gives_away() {
    assertEquals(List.of("docker-socket"), names("docker-socket"));
    assertTrue(REFERENCE.find("docker-socket").get(0).description().contains("every container"));
    assertTrue(REFERENCE.find("privileged").stream().anyMatch(t -> t.kind() == Kind.GRANT));
  }

  @Test
  void what_holds_without_expect_is_what_the_code_expects() {
    for (Check check : Checks.all()) {
      Topic topic = REFERENCE.find("check." + check.kind()).get(0);
      Optional<String> ofCode = Written.expected(check);
      assertEquals(topic.byDefault(), ofCode, check.kind());
    }
  }

  @Test
  void the_defaults_of_time_are_those_of_the_code() {
    var timing = Defaults.LANGUAGE.timing();
    for (String home : List.of("assertion", "defaults")) {
      assertEquals(timing.within(), time(home + ".within"));
      assertEquals(timing.every(), time(home + ".every"));
      assertEquals(timing.timeout(), time(home + ".timeout"));
    }
    Topic image = REFERENCE.find("defaults.probe_image").get(0);
    assertEquals(Optional.of(Defaults.LANGUAGE.probeImage()), image.byDefault());
  }

  private static Optional<Duration> time(String word) {
    return REFERENCE.find(word).get(0).byDefault().flatMap(Durations::parse);
  }

  private static List<String> names(String word) {
    return REFERENCE.find(word).stream().map(Topic::name).toList();
  }

  @Test
  void the_list_has_every_word_but_what_is_given_to_a_check_or_an_action() {
    String all = String.join("\n", text(Theme.PLAIN).all());
    for (Section section : REFERENCE.sections()) {
      boolean listed = ("\n" + all).contains("\n" + section.title() + "\n");
      assertTrue(listed || REFERENCE.isArgument(section), section.title());
    }
    assertTrue(all.contains("\n  in_subnet    The value is an IP address"), all);
    assertTrue(all.lines().allMatch(line -> line.length() <= 80), all);
  }

  @Test
  void a_part_of_a_scenario_is_all_its_keys() {
    assertEquals("container", REFERENCE.part("container").orElseThrow().home());
    assertEquals(Optional.empty(), REFERENCE.part("healthcheck"));
    assertEquals(Optional.empty(), REFERENCE.part("reach"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"reach", "exec", "healthcheck", "one_of", "hostname", "grants"})
  void a_word_in_full(String word) {
    Golden.check("explain/" + word + ".txt", text(Theme.PLAIN).full(REFERENCE.find(word)));
  }

  @Test
  void a_part_says_what_it_is_before_its_keys() {
    Golden.check(
        "explain/part-host.txt", text(Theme.PLAIN).part(REFERENCE.part("host").orElseThrow()));
  }

  @Test
  void a_narrow_terminal_with_colours_and_without_utf_8() {
    ReferenceText text = text(new Theme(Marks.ASCII, true, 40));
    Golden.check("explain/attempt-40-ascii-colour.txt", text.full(REFERENCE.find("attempt")));
  }

  @Test
  void nothing_but_whole_scenarios_is_wider_than_the_terminal() {
    ReferenceText text = text(Theme.PLAIN);
    String wide =
        REFERENCE
            .topics()
            .filter(topic -> topic.example().isEmpty())
            .flatMap(topic -> text.full(List.of(topic)).stream())
            .filter(line -> line.length() > 80 && !line.matches("  \\w+: .*"))
            .collect(Collectors.joining("\n"));
    assertEquals("", wide);
  }

  private static ReferenceText text(Theme theme) {
    return new ReferenceText(REFERENCE, theme);
  }
}
