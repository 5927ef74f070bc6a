package io.labrun.scenario.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The short forms of the Compose Specification. */
class ShortFormsTest {

  @ParameterizedTest
  @CsvSource({
    "250ms, PT0.25S",
    "10s, PT10S",
    "1m30s, PT1M30S",
    "1.5h, PT1H30M",
    "0, PT0S",
    "0s, PT0S",
    "500us, PT0.0005S"
  })
  void durations(String text, Duration expected) {
    assertEquals(Optional.of(expected), Durations.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10", "s", "-1s", "10 s", "1d", "1s2", "ten seconds"})
  void noDurations(String text) {
    assertEquals(Optional.empty(), Durations.parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "64, 64",
    "1k, 1024",
    "512m, 536870912",
    "1gb, 1073741824",
    "1.5G, 1610612736",
    "2KB, 2048"
  })
  void sizes(String text, long expected) {
    assertEquals(Optional.of(expected), Sizes.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "m", "-1m", "1 m", "1mib", "one"})
  void noSizes(String text) {
    assertEquals(Optional.empty(), Sizes.parse(text));
  }

  @Test
  void words() {
    assertEquals(List.of("sh", "-c", "echo 'a b'"), ShellWords.split("sh -c \"echo 'a b'\""));
    assertEquals(List.of("a b", "c\"d"), ShellWords.split("a\\ b 'c\"d'"));
    assertEquals(List.of("", "x\\y"), ShellWords.split("'' \"x\\y\""));
    assertEquals(List.of(), ShellWords.split("  \n "));
  }

  @Test
  void ports() {
    assertEquals(List.of(port(null, null, 80, "tcp")), PortSpec.parse("80"));
    assertEquals(List.of(port(null, 8080, 80, "udp")), PortSpec.parse("8080:80/udp"));
    assertEquals(List.of(port("127.0.0.1", 8080, 80, "tcp")), PortSpec.parse("127.0.0.1:8080:80"));
    assertEquals(List.of(port("127.0.0.1", null, 80, "tcp")), PortSpec.parse("127.0.0.1::80"));
    assertEquals(List.of(port("::1", 8080, 80, "tcp")), PortSpec.parse("[::1]:8080:80"));
    assertEquals(
        List.of(port(null, 9000, 80, "tcp"), port(null, 9001, 81, "tcp")),
        PortSpec.parse("9000-9001:80-81"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "65536", "a:b", "80/icmp", "81-80", "9000-9002:80-81", "8080:"})
  void noPorts(String text) {
    assertEquals(List.of(), PortSpec.parse(text));
  }

  @Test
  void mounts() {
    MountSpec volume = MountSpec.parse("data:/var/lib:ro,nocopy");
    assertEquals(MountSpec.Type.VOLUME, volume.type());
    assertEquals("data", volume.source());
    assertEquals("/var/lib", volume.target());
    assertEquals(List.of(true, true), List.of(volume.readOnly(), volume.noCopy()));

    MountSpec bind = MountSpec.parse("./site:/srv:rslave");
    assertEquals(MountSpec.Type.BIND, bind.type());
    assertEquals(Optional.of("rslave"), bind.propagation());

    MountSpec anonymous = MountSpec.parse("/scratch");
    assertEquals(MountSpec.Type.VOLUME, anonymous.type());
    assertEquals(List.of("", "/scratch"), List.of(anonymous.source(), anonymous.target()));
  }

  private static PortSpec port(String hostIp, Integer published, int target, String protocol) {
    return new PortSpec(
        Optional.ofNullable(hostIp),
        Optional.ofNullable(published),
        target,
        protocol,
        PortSpec.INGRESS);
  }
}
