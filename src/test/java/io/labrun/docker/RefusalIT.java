package io.labrun.docker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.run.engine.Endpoint;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.EngineException.Kind;
import io.labrun.run.engine.ObjectKind;
import io.labrun.run.engine.VolumeRequest;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.VolumeSpec;
import io.labrun.testbed.Takes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What the real engine refuses, and what a reader is told. */
@Takes(seconds = 53)
class RefusalIT {
  private Lab lab;

  @BeforeEach
  void open() {
    lab = new Lab();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private static void refused(Kind kind, String sentence, Executable call) {
    EngineException e = assertThrows(EngineException.class, call);
    assertEquals(sentence, e.getMessage());
    assertEquals(kind, e.kind(), e.getMessage());
  }

  private void cannotStart(Kind kind, String sentence, String written) {
    refused(kind, sentence, () -> lab.running("x" + System.nanoTime(), written));
  }

  @Test
  void aPortOfAnotherContainer() {
    String written =
        "{image: 'busybox', command: 'sleep 100', init: true, ports: ['127.0.0.1::80']}";
    String first = lab.running("first", written);
    Object port =
        Json.map(
                Json.map(lab.engine.inspect(ObjectKind.CONTAINER, first), "NetworkSettings"),
                "Ports")
            .get("80/tcp");
    String number = port.toString().replaceAll(".*HostPort=(\\d+).*", "$1");
    cannotStart(
        Kind.CONFLICT,
        "port 127.0.0.1:" + number + " of the host is published by another container already",
        written.replace("::80", ":" + number + ":80"));
  }

  @Test
  void aPortOfAnotherProgram() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      cannotStart(
          Kind.CONFLICT,
          "port 127.0.0.1:" + taken.getLocalPort() + " of the host is used by another program",
          "{image: 'busybox', ports: ['127.0.0.1:" + taken.getLocalPort() + ":80']}");
    }
  }

  @Test
  void aNameThatIsTaken() {
    String id = lab.sleeper("one");
    refused(
        Kind.CONFLICT,
        "the name \"" + lab.name("one") + "\" is taken by the container " + id.substring(0, 12),
        () -> lab.sleeper("one"));
    lab.network("net", "{}");
    refused(
        Kind.CONFLICT,
        "there is a network \"" + lab.name("net") + "\" already",
        () -> lab.network("net", "{}"));
  }

  @Test
  void aSubnetThatIsTakenAndByWhom() {
    String id = lab.network("lan", "{}");
    String subnet =
        Json.text(
            Json.maps(
                    Json.list(
                        Json.map(lab.engine.inspect(ObjectKind.NETWORK, id), "IPAM"), "Config"))
                .get(0),
            "Subnet");
    refused(
        Kind.CONFLICT,
        "the subnet "
            + subnet
            + " overlaps with the network \""
            + lab.name("lan")
            + "\" ("
            + subnet
            + ")",
        () -> lab.network("other", "{ipam: {config: [{subnet: '" + subnet + "'}]}}"));
  }

  @Test
  void anAddressThatIsTakenOrForeign() {
    String id = lab.network("lan", "{ipam: {config: [{subnet: '" + lab.subnet + ".0/28'}]}}");
    lab.sleeper("one", at(id, lab.subnet + ".5"));
    refused(
        Kind.CONFLICT,
        "the address is taken by another container of that network",
        () -> lab.sleeper("two", at(id, lab.subnet + ".5")));
    refused(
        Kind.BAD_REQUEST,
        "the address 192.0.2.5 lies in no subnet of the network",
        () -> lab.sleeper("three", at(id, "192.0.2.5")));
    String free = lab.network("free", "{}");
    refused(
        Kind.BAD_REQUEST,
        "a fixed address needs a network with a subnet of its own",
        () -> lab.sleeper("four", at(free, lab.subnet + ".5")));
  }

  private static Endpoint at(String network, String address) {
    return new Endpoint(
        network, List.of(), Optional.of(address), Optional.empty(), Optional.empty());
  }

  @Test
  void aNetworkThatIsNotThere() {
    refused(
        Kind.NOT_FOUND,
        "there is no network nowhere",
        () -> lab.sleeper("one", Endpoint.on("nowhere", List.of())));
    String id = lab.sleeper("two");
    refused(
        Kind.NOT_FOUND,
        "there is no network nowhere",
        () -> lab.engine.connect(id, Endpoint.on("nowhere", List.of())));
  }

  @Test
  void whatIsNotThere() {
    refused(Kind.NOT_FOUND, "there is no container nobody", () -> lab.engine.start("nobody"));
    refused(
        Kind.NOT_FOUND,
        "there is no container nobody",
        () -> lab.engine.inspect(ObjectKind.CONTAINER, "nobody"));
    refused(
        Kind.NOT_FOUND,
        "there is no network nobody",
        () -> lab.engine.inspect(ObjectKind.NETWORK, "nobody"));
    refused(
        Kind.NOT_FOUND,
        "there is no volume nobody",
        () -> lab.engine.inspect(ObjectKind.VOLUME, "nobody"));
    refused(
        Kind.NOT_FOUND,
        "the engine has no image nobody",
        () -> lab.engine.inspect(ObjectKind.IMAGE, "nobody"));
    refused(
        Kind.NOT_FOUND,
        "the engine has no image nobody:latest",
        () -> lab.running("one", "{image: 'nobody'}"));
    refused(Kind.NOT_FOUND, "there is no container nobody", () -> lab.exec("nobody", "true"));
    lab.engine.removeContainer("nobody");
    lab.engine.removeNetwork("nobody");
    lab.engine.removeVolume("nobody");
  }

  @Test
  void aCommandThatIsNotThere() {
    cannotStart(
        Kind.BAD_REQUEST,
        "the image has no command \"nonsense\"",
        "{image: 'busybox', command: ['nonsense']}");
    cannotStart(
        Kind.BAD_REQUEST,
        "the image has no command \"/no/such\"",
        "{image: 'busybox', command: ['/no/such']}");
    cannotStart(
        Kind.BAD_REQUEST,
        "\"/etc/passwd\" in the image is not executable",
        "{image: 'busybox', command: ['/etc/passwd']}");
  }

  @Test
  void mountsThatCannotBe() {
    cannotStart(
        Kind.BAD_REQUEST,
        "there is nothing at /no/such/folder on the engine's machine to mount",
        "{image: 'busybox', volumes: [{type: 'bind', source: '/no/such/folder', target: '/x'}]}");
    cannotStart(
        Kind.BAD_REQUEST,
        "a container mounts at an absolute path only",
        "{image: 'busybox', volumes: [{type: 'tmpfs', target: 'x'}]}");
  }

  @Test
  void driversThatAreNotThere() {
    refused(
        Kind.UNSUPPORTED,
        "the engine has no driver nodriver",
        () -> lab.network("net", "{driver: 'nodriver'}"));
    refused(
        Kind.UNSUPPORTED,
        "the engine has no driver nodriver",
        () -> lab.volume("vol", "{driver: 'nodriver'}"));
    cannotStart(
        Kind.UNSUPPORTED,
        "the engine has no runtime norun",
        "{image: 'busybox', runtime: 'norun'}");
  }

  @Test
  void aDriverThatTheKernelLacks() {
    refused(
        Kind.UNSUPPORTED,
        "the engine's kernel can't do that: operation not supported",
        () -> lab.network("net", "{driver: 'ipvlan'}"));
  }

  @Test
  void capabilitiesThatTheMachineLacks() {
    EngineException e =
        assertThrows(
            EngineException.class,
            () -> lab.running("one", "{image: 'busybox', privileged: true}"));
    assertEquals(Kind.UNSUPPORTED, e.kind());
    assertTrue(e.getMessage().startsWith("this machine lacks capabilities"), e.getMessage());
  }

  @Test
  void aVolumeOfSomebodyElse() {
    lab.volume("data", "{}");
    Lab other = new Lab();
    try (other) {
      refused(
          Kind.CONFLICT,
          "there is a volume \"" + lab.name("data") + "\" already",
          () ->
              other.engine.createVolume(
                  new VolumeRequest(
                      lab.name("data"),
                      other.labels,
                      VolumeSpec.read(Written.resource("data", "{}"), TextResolver.AS_WRITTEN))));
    }
    assertEquals(1, lab.standing().size());
  }

  @Test
  void aVolumeInUse() {
    String volume = lab.volume("data", "{}");
    String id =
        lab.running(
            "one", "{image: 'busybox', command: 'sleep 9', volumes: ['" + volume + ":/data']}");
    refused(
        Kind.CONFLICT,
        "the volume " + volume + " is used by the container " + id.substring(0, 12),
        () -> lab.engine.removeVolume(volume));
  }

  @Test
  void execInWhatDoesNotRun() {
    String id = lab.sleeper("one");
    lab.engine.pause(id);
    refused(Kind.CONFLICT, "the container is paused", () -> lab.exec(id, "true"));
    lab.engine.unpause(id);
    lab.engine.kill(id, "SIGKILL");
    refused(Kind.CONFLICT, "the container does not run", () -> lab.exec(id, "true"));
    refused(Kind.CONFLICT, "the container does not run", () -> lab.engine.kill(id, "SIGTERM"));
  }
}
