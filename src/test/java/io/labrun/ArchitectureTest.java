package io.labrun;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where the walls of the house are: which package may import which, and who may touch the world.
 */
final class ArchitectureTest {

  /** Each package with the packages of ours that it may import. */
  private static final Map<String, Set<String>> MAY_IMPORT =
      new TreeMap<>(
          Map.ofEntries(
              entry("source", Set.of()),
              entry("files", Set.of()),
              entry("scenario", Set.of("source")),
              entry("load", Set.of("files", "scenario", "source")),
              entry("plan", Set.of("scenario", "source")),
              entry("event", Set.of("plan", "scenario", "source")),
              entry("run", Set.of("files", "event", "plan", "scenario", "source")),
              entry("batch", Set.of("run", "event", "plan", "scenario", "source")),
              entry(
                  "grade", Set.of("batch", "files", "run", "event", "plan", "scenario", "source")),
              entry("docker", Set.of("files", "run", "event", "plan", "scenario", "source")),
              entry("report", Set.of("event", "plan", "scenario", "source")),
              entry("explain", Set.of("report", "load", "scenario", "source")),
              entry("machine", Set.of()),
              entry("own", Set.of("machine", "run", "event", "plan", "scenario", "source")),
              entry("doctor", Set.of("machine", "run", "event", "plan", "scenario", "source")),
              entry(
                  "cli",
                  Set.of(
                      "source",
                      "files",
                      "scenario",
                      "load",
                      "plan",
                      "event",
                      "run",
                      "batch",
                      "grade",
                      "docker",
                      "report",
                      "explain",
                      "machine",
                      "own",
                      "doctor"))));

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.labrun");

  static Set<String> packages() {
    return MAY_IMPORT.keySet();
  }

  @Test
  void every_class_lives_in_a_package_that_the_table_knows() {
    Set<String> found =
        OURS.stream()
            .map(c -> c.getPackageName().replaceFirst("^io\\.labrun\\.?", ""))
            .map(name -> name.split("\\.")[0])
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(packages(), found);
  }

  @ParameterizedTest
  @MethodSource("packages")
  void a_package_imports_only_what_the_table_allows(String name) {
    Set<String> forbidden = new TreeSet<>(packages());
    forbidden.remove(name);
    forbidden.removeAll(MAY_IMPORT.get(name));
    noClasses()
        .that()
        .resideInAPackage("io.labrun." + name + "..")
        .should(dependOnClassesThat(resideInAnyPackage(subtrees(forbidden))))
        .check(OURS);
  }

  @Test
  void no_package_depends_on_itself_through_others() {
    slices().matching("io.labrun.(*)..").should().beFreeOfCycles().check(OURS);
    slices().matching("io.labrun.(**)").should().beFreeOfCycles().check(OURS);
  }

  @Test
  void docker_java_stays_behind_the_engine_port() {
    onlyIn("docker", "com.github.dockerjava..", "org.apache.hc..");
  }

  @Test
  void yaml_and_the_schema_validator_stay_in_load() {
    onlyIn("load", "org.snakeyaml..", "com.networknt..");
  }

  @Test
  void the_command_line_library_stays_in_cli() {
    onlyIn("cli", "picocli..");
  }

  @Test
  void only_cli_prints_or_exits() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.labrun.cli..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .orShould()
        .callMethodWhere(
            target(name("printStackTrace")).and(targetOwner(assignableTo(Throwable.class))))
        .check(OURS);
  }

  @Test
  void libraries_of_libraries_are_not_used_as_if_they_were_ours() {
    noClasses()
        .should(
            dependOnClassesThat(
                resideInAnyPackage(
                    "com.google..", "com.sun.jna..", "org.apache.commons..", "org.bouncycastle..")))
        .check(OURS);
  }

  @Test
  void plans_and_reports_are_made_without_looking_at_the_world() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.labrun.source..",
            "io.labrun.scenario..",
            "io.labrun.plan..",
            "io.labrun.event..",
            "io.labrun.report..")
        .should()
        .callMethodWhere(targetOwner(type(Files.class).or(type(ProcessBuilder.class))))
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Instant.class, "now")
        .check(OURS);
  }

  /** Also asks that the owner does import it: a misspelt library would be kept out by all. */
  private static void onlyIn(String owner, String... libraries) {
    for (String library : libraries) {
      assertTrue(
          OURS.that(resideInAPackage("io.labrun." + owner + "..")).stream()
              .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
              .anyMatch(dependency -> resideInAPackage(library).test(dependency.getTargetClass())),
          owner + " does not import " + library);
    }
    noClasses()
        .that()
        .resideOutsideOfPackage("io.labrun." + owner + "..")
        .should(dependOnClassesThat(resideInAnyPackage(libraries)))
        .check(OURS);
  }

  private static String[] subtrees(Set<String> names) {
    return names.stream().map(name -> "io.labrun." + name + "..").toArray(String[]::new);
  }
}
