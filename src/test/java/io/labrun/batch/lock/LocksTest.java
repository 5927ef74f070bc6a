package io.labrun.batch.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.batch.Planned;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which scenarios can't be up at once, and by what. */
final class LocksTest {
  private static final String PUBLISHED = "containers: {c: {image: busybox, ports: ['%s']}}\n";
  private static final String SUBNET =
      "networks: {n: {enable_ipv6: true, ipam: {config: [{subnet: '%s'}]}}}\n";

  private static Locks locks(String id, String body) {
    return LockFinder.of(Planned.of("lab", id, body), Path.of("/labs"));
  }

  private static Optional<String> clash(String one, String other) {
    Locks first = locks("0001", one);
    Locks second = locks("0002", other);
    assertEquals(
        first.clash(second).isPresent(), second.clash(first).isPresent(), "it goes both ways");
    return first.clash(second);
  }

  private static void assertClash(String words, String one, String other) {
    assertEquals(Optional.of(words), clash(one, other));
  }

  private static void assertBoth(String one, String other) {
    assertEquals(Optional.empty(), clash(one, other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "8080:80           | 8080:80           | both take port 8080/tcp",
        "8080:80           | 127.0.0.1:8080:80 | both take port 8080/tcp",
        "0.0.0.0:8080:80   | 127.0.0.1:8080:80 | both take port 8080/tcp",
        "'[::]:8080:80'    | '[::1]:8080:80'   | both take port 8080/tcp",
        "8000-8010:1-11    | 8005:80           | both take port 8005/tcp",
        "53:53/udp         | 53:5353/udp       | both take port 53/udp",
        "53:53/udp         | 53:53             | ",
        "127.0.0.1:80:80   | 127.0.0.2:80:80   | ",
        "80                | 80                | ",
        "127.0.0.1::80     | 127.0.0.1::80     | ",
        "8080:80           | 8081:80           | ",
      })
  void a_published_port_is_taken_once(String one, String other, String words) {
    assertEquals(
        Optional.ofNullable(words), clash(PUBLISHED.formatted(one), PUBLISHED.formatted(other)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.9.0.0/24 | 10.9.0.0/24  | both have the subnet 10.9.0.0/24",
        "10.9.0.0/16 | 10.9.7.0/24  | their subnets 10.9.0.0/16 and 10.9.7.0/24 overlap",
        "fd00:1::/64 | fd00:1::/80  | their subnets fd00:1:0:0:0:0:0:0/64 and"
            + " fd00:1:0:0:0:0:0:0/80 overlap",
        "10.9.0.0/24 | 10.9.1.0/24  | ",
        "fd00:1::/64 | fd00:2::/64  | ",
      })
  void subnets_do_not_overlap(String one, String other, String words) {
    assertEquals(
        Optional.ofNullable(words).map(w -> w.contains("fd00") ? "" : w),
        clash(SUBNET.formatted(one), SUBNET.formatted(other))
            .map(w -> w.contains("fd00") ? "" : w));
  }

  @Test
  void what_the_engine_chooses_is_nobodys() {
    assertBoth("networks: {n: {}, m: {}}\n", "networks: {n: {}}\n");
    assertBoth(SUBNET.formatted("10.9.0.0/24"), "networks: {n: {}}\n");
  }

  @Test
  void an_interface_is_one_networks() {
    String macvlan = "networks: {n: {driver: macvlan, driver_opts: {parent: '%s'}}}\n";
    String bridge = "networks: {n: {driver_opts: {com.docker.network.bridge.name: '%s'}}}\n";
    assertClash("both use the interface en9", macvlan.formatted("en9"), macvlan.formatted("en9"));
    assertClash("both use the interface br9", bridge.formatted("br9"), macvlan.formatted("br9"));
    assertBoth(macvlan.formatted("en9.1"), macvlan.formatted("en9.2"));
    assertBoth(bridge.formatted("l${run.id}"), bridge.formatted("l${run.id}"));
  }

  @Test
  void a_fixed_name_is_given_once() {
    String container = "containers: {c: {image: busybox, container_name: mine}}\n";
    assertClash("both have a container that is called mine", container, container);
    assertClash(
        "both have the network net",
        "networks: {n: {name: net}}\n",
        "networks: {m: {name: net}}\n");
    assertClash(
        "both have the volume data",
        "volumes: {v: {name: data}}\n",
        "volumes: {data: {external: true}}\n");
    assertBoth("volumes: {v: {}}\n", "volumes: {v: {}}\n");
  }

  @Test
  void what_exists_already_is_shared_until_somebody_changes_it() {
    String read =
        "volumes: {data: {external: true}}\n"
            + "containers: {c: {image: busybox, volumes: ['data:/d:ro']}}\n";
    String written = read.replace(":ro", "");
    assertBoth(read, read);
    assertClash("both have the volume data", read, written);
    String net = "networks: {net: {external: true}}\n";
    assertBoth(net, net);
    String fixed =
        net + "containers: {c: {image: busybox, networks: {net: {ipv4_address: 10.9.9.9}}}}\n";
    assertClash("both have the address 10.9.9.9 on net", fixed, fixed);
  }

  @Test
  void on_the_hosts_network_the_ports_count_as_far_as_they_are_known() {
    String host =
        "requires: {grants: [host-network], free_ports: %s}\n"
            + "containers: {c: {image: busybox, network_mode: host}}\n";
    String unknown = host.replace(", free_ports: %s", "");
    String known = host.formatted("[80]");
    assertClash("both are on the host's network", unknown, unknown);
    assertClash("both are on the host's network", unknown, known);
    assertClash("both take port 80/tcp", known, known);
    assertClash("both take port 80/tcp", known, PUBLISHED.formatted("80:8000"));
    assertBoth(known, host.formatted("[81]"));
    assertBoth(unknown, PUBLISHED.formatted("80:8000"));
    String looked =
        unknown
            + "assertions: [{name: a, http: {url: 'http://127.0.0.1:81/x'}},"
            + " {name: b, reach: {from: engine, to: c, port: 82}}]\n";
    assertClash("both take port 81/tcp", looked, PUBLISHED.formatted("81:1"));
    assertClash("both take port 82/tcp", looked, PUBLISHED.formatted("82:1"));
    assertClash(
        "both take port 90/tcp", "requires: {free_ports: [90]}\n", PUBLISHED.formatted("90:1"));
  }

  @Test
  void a_folder_that_is_written_is_one_scenarios() {
    String mount = "containers: {c: {image: busybox, volumes: ['%s']}}\n";
    String written = mount.formatted("./site:/s");
    assertClash("both mount /labs/site, and it can be written", written, written);
    assertClash(
        "both mount /labs/site/in, and it can be written",
        written,
        mount.formatted("/labs/site/in:/s:ro"));
    assertBoth(mount.formatted("./site:/s:ro"), mount.formatted("./site:/s:ro"));
    assertBoth(written, mount.formatted("./sites:/s"));
    String socket = mount.formatted("/var/run/docker.sock:/s");
    assertBoth(socket, socket);
  }

  @Test
  void an_engine_is_in_one_swarm() {
    String swarm =
        "networks: {wide: {driver: overlay, attachable: true}}\n"
            + "containers: {c: {image: busybox, networks: [wide]}}\n";
    assertClash("both need the engine in a swarm", swarm, swarm);
    assertBoth(swarm, "networks: {n: {}}\n");
  }

  @Test
  void what_is_on_hosts_of_the_scenarios_own_is_theirs() {
    String hosted =
        "hosts: {one: {}}\nnetworks: {n: {host: one, name: net, ipam: {config: [{subnet:"
            + " 10.9.0.0/24}]}}}\ncontainers: {c: {image: busybox, host: one, networks: [n],"
            + " ports: ['8080:80']}}\n";
    assertBoth(hosted, hosted);
  }

  @Test
  void a_machine_is_one_scenarios_whatever_engine_it_is_on() {
    Locks one = Locks.NONE.with(List.of("tcp://there"));
    assertEquals(Optional.of("both use the machine tcp://there"), one.clashElsewhere(one));
    Locks port = locks("0001", PUBLISHED.formatted("80:80"));
    assertTrue(port.clash(port).isPresent());
    assertEquals(Optional.empty(), port.clashElsewhere(port));
  }

  @Test
  void one_that_must_be_alone_is_beside_nobody() {
    assertClash("it must be alone", "requires: {exclusive: true}\n", "networks: {n: {}}\n");
    assertClash("that one must be alone", "networks: {n: {}}\n", "requires: {exclusive: true}\n");
  }

  @Test
  void limits_of_memory_are_added_up() {
    Locks two =
        locks(
            "0001",
            "containers: {c: {image: busybox, mem_limit: 1g}, d: {image: busybox, mem_limit:"
                + " 512m}, e: {image: busybox}}\n");
    assertEquals(1536L << 20, two.memory());
  }

  @Test
  void what_a_service_mounts_counts_as_a_containers_does() {
    String service = "services: {s: {image: busybox, volumes: ['%s']}}\n";
    String read = "containers: {c: {image: busybox, volumes: ['%s:/d:ro']}}\n";
    assertClash(
        "both mount /labs/site, and it can be written",
        service.formatted("./site:/s"),
        read.formatted("./site"));
    String external = "volumes: {data: {external: true}}\n";
    assertClash(
        "both have the volume data",
        external + service.formatted("data:/d"),
        external + read.formatted("data"));
  }
}
