package io.labrun.run.require;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.event.Problem;
import io.labrun.plan.RunName;
import io.labrun.report.Golden;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.EngineException.Kind;
import io.labrun.run.engine.EngineFacts;
import io.labrun.run.engine.Product;
import io.labrun.scenario.spec.PortSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The words for what is missing, and what can be judged without an engine. */
final class WordsTest {
  private static final EngineFacts DEBIAN =
      facts(Product.DOCKER, "Debian GNU/Linux 12 (bookworm)", "x86_64");
  private static final EngineFacts DESKTOP = facts(Product.DESKTOP, "Docker Desktop", "aarch64");
  private static final EngineFacts PODMAN = facts(Product.PODMAN, "debian", "x86_64");
  private static final List<String> DRIVERS =
      List.of("bridge", "host", "ipvlan", "sshfs:latest", "null");
  private static final List<String> TCP =
      """
        sl  local_address rem_address   st tx_queue rx_queue tr tm->when
         0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000
         1: 0100007F:C350 0100007F:1F90 01 00000000:00000000 00:00000000
         2: 00000000000000000000000000000000:0050 00000000000000000000000000000000:0000 0A 0:0
      """
          .lines()
          .toList();

  private static EngineFacts facts(Product product, String system, String processor) {
    return new EngineFacts(
        "unix:///x",
        "x",
        product,
        "20.10.24+dfsg1",
        "1.41",
        system,
        "linux",
        "6.1.0",
        processor,
        2,
        512L << 20,
        "/var",
        "overlay2",
        List.of(),
        List.of(),
        false);
  }

  @Test
  void words() {
    List<String> out = new ArrayList<>();
    List<Problem> all =
        List.of(
            EngineVersion.unmet(">=28", DEBIAN).orElseThrow(),
            EngineVersion.unmet("docker >=28", DEBIAN).orElseThrow(),
            EngineVersion.unmet("docker", PODMAN).orElseThrow(),
            EngineVersion.unmet(">=28", PODMAN).orElseThrow(),
            EngineVersion.unmet("podman >=28", PODMAN).orElseThrow(),
            EngineVersion.unmet("podman >=4", DESKTOP).orElseThrow(),
            EnginePlatform.unmet("linux/arm64", DEBIAN).orElseThrow(),
            EngineMemory.unmet("4g", DEBIAN).orElseThrow(),
            EngineMemory.unmet("4g", DESKTOP).orElseThrow(),
            DesktopEngine.unmet(true, DEBIAN).orElseThrow(),
            DesktopEngine.unmet(false, DESKTOP).orElseThrow(),
            OtherRuns.unmet(new RunName("x", "0001"), Set.of("x-0001", "y-0002")).orElseThrow(),
            OtherRuns.unmet(new RunName("x", "0001"), Set.of("y-0002", "x-0003")).orElseThrow(),
            NetworkDriver.missing("macvlan", DRIVERS),
            NetworkDriver.missing("weaveworks/net-plugin", DRIVERS),
            NetworkDriver.refused("ipvlan", true, "the kernel can't: operation not supported"),
            NetworkDriver.refused("macvlan", false, "the network has no subnet"),
            NetworkDriver.refused("weaveworks/net-plugin", false, "no answer from the plugin"),
            Plugins.missing("volume", "vieux/sshfs", List.of("local")),
            KernelFeature.lacks("ip_vs", "6.1.0", List.of("it was built without")),
            Interface.unmet("eth7", List.of("lo", "eth0", "veth12", "br-1"), DEBIAN).orElseThrow(),
            Interface.unmet("en0", List.of("lo", "eth0"), DESKTOP).orElseThrow(),
            FreePort.unmet(PortSpec.parse("8080").get(0), TCP).orElseThrow());
    for (Problem problem : all) {
      out.add(problem.what());
      problem.details().forEach(line -> out.add("  " + line));
      problem.help().forEach(line -> out.add("  help  " + line));
    }
    Golden.check("requires/words.txt", out);
  }

  @Test
  void what_is_there_is_not_missed() {
    assertEquals(Optional.empty(), EngineVersion.unmet(">=20.10, <21", DEBIAN));
    assertEquals(Optional.empty(), EnginePlatform.unmet("linux/amd64", DEBIAN));
    assertEquals(Optional.empty(), EnginePlatform.unmet("linux/arm64", DESKTOP));
    assertEquals(Optional.empty(), EngineMemory.unmet("512m", DEBIAN));
    assertEquals(Optional.empty(), DesktopEngine.unmet(true, DESKTOP));
    assertEquals(Optional.empty(), DesktopEngine.unmet(false, DEBIAN));
    assertEquals(Optional.empty(), OtherRuns.unmet(new RunName("x", "0001"), Set.of("x-0001")));
    assertEquals(Optional.empty(), Interface.unmet("eth0", List.of("lo", "eth0"), DEBIAN));
  }

  @Test
  void a_port_is_busy_only_where_it_is_listened_on() {
    assertEquals(Optional.empty(), FreePort.unmet(PortSpec.parse("50000").get(0), TCP));
    assertEquals(Optional.empty(), FreePort.unmet(PortSpec.parse("81").get(0), TCP));
    assertEquals(true, FreePort.unmet(PortSpec.parse("80").get(0), TCP).isPresent());
  }

  @Test
  void a_plugin_is_missing_only_where_the_engine_knows_it_by_no_way() {
    EngineException missing = new EngineException(Kind.UNSUPPORTED, "the engine has no driver x");
    EngineException other = new EngineException(Kind.UNSUPPORTED, "operation not supported");
    assertTrue(Plugins.areMissing(missing, DRIVERS, "x"));
    assertFalse(Plugins.areMissing(missing, List.of("bridge", "x"), "x"));
    assertFalse(Plugins.areMissing(other, DRIVERS, "x"));
  }

  @Test
  void the_evidence_on_a_kernel() {
    assertEquals(KernelEvidence.Verdict.HAS, verdict("here"));
    assertEquals(KernelEvidence.Verdict.HAS, verdict("config CONFIG_X_FS=y"));
    assertEquals(KernelEvidence.Verdict.HAS, verdict("config CONFIG_X=m", "folder", "file x.ko:"));
    assertEquals(KernelEvidence.Verdict.LACKS, verdict("config # CONFIG_X is not set"));
    assertEquals(KernelEvidence.Verdict.LACKS, verdict("folder"));
    assertEquals(KernelEvidence.Verdict.LACKS, verdict("config CONFIG_X=m", "folder"));
    assertEquals(KernelEvidence.Verdict.UNKNOWN, verdict("config CONFIG_X=m"));
    assertEquals(KernelEvidence.Verdict.UNKNOWN, verdict());
  }

  @Test
  void the_kernels_configuration_has_words_of_its_own() {
    assertEquals("VXLAN|VXLAN_FS", KernelEvidence.words("vxlan"));
    assertEquals("ESP4|ESP4_FS|INET_ESP", KernelEvidence.words("esp4"));
    assertEquals(
        "XT_U32|XT_U32_FS|NETFILTER_XT_(MATCH_|TARGET_)?U32", KernelEvidence.words("xt_u32"));
  }

  private static KernelEvidence.Verdict verdict(String... lines) {
    return new KernelEvidence(List.of(lines)).verdict();
  }
}
