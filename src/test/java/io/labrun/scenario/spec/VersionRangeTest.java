package io.labrun.scenario.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Comparisons with an engine's version. */
final class VersionRangeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ">=20.10     | 20.10.24+dfsg1 | true",
        ">=20.10     | 20.9.1         | false",
        ">=20.10     | 28.2.2         | true",
        ">20.10      | 20.10.24       | false",
        ">20.10.23   | 20.10.24       | true",
        "=20.10      | 20.10.24       | true",
        "=20.10.2    | 20.10.24       | false",
        "<=20.10     | 20.10.24       | true",
        "<20.10      | 20.10.24       | false",
        "<20.10.25   | 20.10.24       | true",
        "<28         | 28             | false",
        ">=23, <28   | 25.0.3         | true",
        ">=23, <28   | 28.0.1         | false",
        "'>=23 ,<28' | 20.10          | false",
        ">=20.10     | 20             | false"
      })
  void compares_the_numbers_that_the_range_names(String range, String version, boolean holds) {
    assertEquals(
        Optional.of(holds), VersionRange.parse(range).orElseThrow().contains("docker", version));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "docker       | docker | 20.10.24 | true",
        "docker       | docker | dev      | true",
        "docker       | podman | 5.4.2    | false",
        "podman       | podman | 5.4.2    | true",
        "podman >=5   | podman | 4.3.1    | false",
        "podman>=4,<5 | podman | 4.3.1    | true",
        "docker >=20  | podman | 20.1     | false",
        ">=4          | podman | 5.4.2    | false"
      })
  void names_the_product(String range, String product, String version, boolean holds) {
    assertEquals(
        Optional.of(holds), VersionRange.parse(range).orElseThrow().contains(product, version));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "20.10",
        "> = 20",
        ">=",
        ">=20,",
        "~20",
        ">=20.x",
        "==20",
        ">=99999999",
        "lxc",
        "podman 4",
        "dockerd",
        "docker, podman"
      })
  void what_is_no_comparison_is_none(String text) {
    assertEquals(Optional.empty(), VersionRange.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "dev", "library-import"})
  void a_version_without_numbers_cannot_be_compared(String version) {
    assertEquals(
        Optional.empty(), VersionRange.parse(">=20").orElseThrow().contains("docker", version));
  }
}
