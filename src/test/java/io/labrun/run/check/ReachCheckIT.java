package io.labrun.run.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.run.RunningLab;
import io.labrun.testbed.Takes;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What can be reached, what can't, and what nobody can say. */
@Takes(seconds = 15)
final class ReachCheckIT {
  private static RunningLab lab;

  @BeforeAll
  static void setUp() {
    lab =
        RunningLab.of(
            """
            name: it-reach
            networks:
              lab: {}
              elsewhere: {}
            containers:
              web: {image: busybox, command: httpd -f -p 80 -h /etc, networks: {lab: {aliases: [www]}}}
              client: {image: busybox, command: sleep 1000, networks: [lab]}
              stranger: {image: busybox, command: sleep 1000, networks: [elsewhere]}
              lonely: {image: busybox, command: sleep 1000, network_mode: none}
              guest: {image: busybox, command: sleep 1000, network_mode: "container:web"}
              gone: {image: busybox, command: sh -c "echo last words; exit 3", networks: [lab]}
              # Answers no pings.
              deaf: {image: busybox, command: sleep 1000, networks: [lab], sysctls: {net.ipv4.icmp_echo_ignore_all: "1"}}
            assertions:
              - {name: tcp, reach: {from: client, to: web, port: 80}}
              - {name: the address, reach: {from: client, to: web, port: 80}, expect: {address: "${web.ip}", latency: {lt: 1s}}}
              - {name: ping, reach: {from: client, to: web}}
              - {name: ping takes time, reach: {from: client, to: web}, expect: {latency: {gt: 0us, lt: 1s}}}
              - {name: alias, reach: {from: client, to: www, port: 80}}
              - {name: by address, reach: {from: client, to: "${web.ip}", port: 80}}
              - {name: shared namespace, reach: {from: client, to: guest, port: 80}}
              - {name: matrix, reach: {from: [client, web], to: [client, web]}}
              - {name: twice, reach: {from: [web, web], to: web}}
              - {name: nobody but oneself, reach: {from: [web], to: [web, web], port: 80}}
              - {name: engine to web, reach: {from: engine, to: web, port: 80}}
              - {name: gateway, reach: {from: client, to: engine}}
              - {name: nothing listens, reach: {from: client, to: web, port: 81}}
              - {name: stranger kept out, reach: {from: stranger, to: web, port: 80}, expect: {reachable: false}}
              - {name: stranger kept out of ping, reach: {from: stranger, to: web}, expect: {reachable: false}}
              - {name: lonely kept out, reach: {from: lonely, to: web, port: 80}, expect: {reachable: false}}
              - {name: stranger gets in, reach: {from: stranger, to: web, port: 80}}
              - {name: neighbour kept out, reach: {from: client, to: web, port: 80}, expect: {reachable: false}}
              - {name: dead port, reach: {from: stranger, to: web, port: 81}, expect: {reachable: false}}
              - {name: dead port nearby, reach: {from: client, to: web, port: 81}, expect: {reachable: false}}
              - {name: dead port by address, reach: {from: client, to: "${web.ip}", port: 81}, expect: {reachable: false}}
              - {name: deaf, reach: {from: client, to: deaf}, expect: {reachable: false}}
              - {name: target that ended, reach: {from: client, to: gone, port: 80}, expect: {reachable: false}}
              - {name: start that ended, reach: {from: gone, to: web, port: 80}, expect: {reachable: false}}
              - {name: no such name, reach: {from: client, to: nobody.test, port: 80}, expect: {reachable: false}}
              - {name: no address, reach: {from: client, to: lonely, port: 80}, expect: {reachable: false}}
              - {name: nobody there, reach: {from: client, to: "${lab.gateway}", port: 79}, expect: {reachable: false}}
              - {name: engine to nobody, reach: {from: engine, to: "${lab.gateway}", port: 79}, expect: {reachable: false}}
              - {name: latency of nothing, reach: {from: client, to: web, port: 81}, expect: {latency: {not: {gt: 1s}}}}
            """);
  }

  @AfterAll
  static void tearDown() {
    lab.close();
  }

  @Test
  void what_can_be_reached() {
    for (String name :
        new String[] {
          "tcp",
          "the address",
          "ping",
          "ping takes time",
          "alias",
          "by address",
          "shared namespace",
          "matrix",
          "engine to web",
          "gateway"
        }) {
      assertEquals("passed", lab.soon(name), name);
    }
  }

  @Test
  void a_matrix_leaves_out_the_way_to_oneself() {
    assertEquals(2, lab.findings("matrix").size());
    assertEquals(1, lab.findings("twice").size());
    assertError(
        "only `web` is there, and that it reaches itself proves nothing", "nobody but oneself");
  }

  @Test
  void a_finding_says_what_was_seen() {
    lab.soon("tcp");
    Finding finding = lab.findings("tcp").get(0);
    assertEquals("client → web", finding.subject());
    assertTrue(
        finding.summary().matches("[0-9.]+:80/tcp: connected in [0-9.]+ ms"), finding.summary());
    assertTrue(((Map<?, ?>) finding.result()).get("latency").toString().matches("[0-9.]+ms"));
  }

  @Test
  void what_can_not_be_reached_although_it_is_there() {
    assertEquals("passed", lab.soon("tcp"));
    assertEquals("passed", lab.once("stranger kept out"));
    assertEquals("passed", lab.once("stranger kept out of ping"));
    assertEquals("passed", lab.once("lonely kept out"));
  }

  @Test
  void a_claim_that_does_not_hold_fails() {
    assertEquals("passed", lab.soon("tcp"));
    assertEquals(
        "failed: client → web: reachable: expected true, found false", lab.once("nothing listens"));
    assertEquals(
        "failed: stranger → web: reachable: expected true, found false",
        lab.once("stranger gets in"));
    assertEquals(
        "failed: client → web: reachable: expected false, found true",
        lab.once("neighbour kept out"));
    assertEquals(
        "failed: client → web: latency: expected not more than 1s, found nothing (null)",
        lab.once("latency of nothing"));
  }

  @Test
  void that_a_dead_port_can_not_be_reached_proves_nothing() {
    assertError("nothing listens on web:81, so this proves nothing", "dead port");
    assertError("nothing listens on web:81, so this proves nothing", "dead port nearby");
    assertError("nothing listens on web:81, so this proves nothing", "dead port by address");
    assertError("nobody is at deaf, so this proves nothing", "deaf");
    assertError("nobody is at ", "nobody there");
    assertError("nothing shows that ", "engine to nobody");
  }

  @Test
  void what_does_not_run_has_no_address() {
    assertError("`gone` does not run (exited, exit code 3) | last words", "target that ended");
    assertError("`gone` does not run (exited, exit code 3) | last words", "start that ended");
    assertError("`lonely` has no address", "no address");
  }

  @Test
  void a_name_that_is_not_found_is_an_error() {
    String verdict = lab.once("no such name");
    assertTrue(verdict.startsWith("error: "), verdict);
    assertTrue(verdict.contains("nobody.test"), verdict);
  }

  private static void assertError(String start, String name) {
    String verdict = lab.once(name);
    assertTrue(verdict.startsWith("error: " + start), verdict);
  }
}
