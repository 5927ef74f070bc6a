package io.labrun.docker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.run.engine.ContainerRequest;
import io.labrun.run.engine.Endpoint;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.ObjectKind;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.ContainerSpec;
import io.labrun.testbed.Docker;
import io.labrun.testbed.Takes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that a scenario may say of a container, found again in the engine's own JSON. */
@Takes(seconds = 34)
class SpecIT {
  @TempDir Path folder;
  private Lab lab;

  @BeforeEach
  void open() {
    lab = new Lab();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private Map<String, Object> made(String written) {
    return inspect(lab.engine.createContainer(request(written, Map.of(), Map.of())));
  }

  private Map<String, Object> inspect(String id) {
    return lab.engine.inspect(ObjectKind.CONTAINER, id);
  }

  private ContainerRequest request(
      String written, Map<String, String> volumes, Map<String, String> ids, Endpoint... at) {
    String key = "c" + lab.standing().size();
    ContainerSpec spec =
        ContainerSpec.read(Written.resource(key, written), TextResolver.AS_WRITTEN);
    return new ContainerRequest(
        lab.name(key), lab.labels, spec, Map.of("A", "1"), List.of(at), volumes, ids, folder);
  }

  private static void holds(Map<String, Object> in, String expected) {
    Map<String, Object> wanted = Written.values(expected);
    wanted.forEach((key, value) -> assertEquals(value, own(key, in.get(key)), key));
  }

  /** Labels without those that the image brings. */
  private static Object own(String key, Object value) {
    if (!key.equals("Labels")) {
      return value;
    }
    Map<Object, Object> labels = new LinkedHashMap<>((Map<?, ?>) value);
    labels.keySet().removeIf(name -> !name.equals("io.labrun.test"));
    return labels;
  }

  @Test
  void whatRuns() {
    Map<String, Object> made =
        made(
            "{image: 'busybox', command: ['a', 'b c'], entrypoint: ['/bin/echo'], user: '7:8',"
                + " group_add: ['9'], working_dir: '/tmp', hostname: 'h', domainname: 'd.example',"
                + " tty: true, stdin_open: true, init: true, stop_signal: 'SIGINT',"
                + " stop_grace_period: '1500ms', restart: 'on-failure:3',"
                + " security_opt: ['no-new-privileges:true']}");
    holds(
        Json.map(made, "Config"),
        "{Cmd: ['a', 'b c'], Entrypoint: ['/bin/echo'], User: '7:8', WorkingDir: '/tmp', Hostname:"
            + " 'h', Domainname: 'd.example', Tty: true, OpenStdin: true, StopSignal: 'SIGINT',"
            + " StopTimeout: 2, Labels: {'io.labrun.test': '"
            + lab.id
            + "'}}");
    assertTrue(Json.list(Json.map(made, "Config"), "Env").contains("A=1"));
    holds(
        Json.map(made, "HostConfig"),
        "{GroupAdd: ['9'], Init: true, SecurityOpt: ['no-new-privileges:true'],"
            + " RestartPolicy: {Name: 'on-failure', MaximumRetryCount: 3}}");
  }

  @Test
  void thatItGoesWhenItEnds() {
    holds(Json.map(made("{image: 'busybox', rm: true}"), "HostConfig"), "{AutoRemove: true}");
    holds(Json.map(made("{image: 'busybox'}"), "HostConfig"), "{AutoRemove: false}");
  }

  @Test
  void anEmptyEntrypointIsTheImagesOwnGone() {
    Map<String, Object> made = made("{image: 'busybox', entrypoint: [], command: ['true']}");
    assertEquals(List.of("true"), Json.map(made, "Config").get("Cmd"));
    assertEquals("true", made.get("Path"));
  }

  @Test
  void itsHealthCheck() {
    String check =
        "{image: 'busybox', healthcheck: {test: 'true', interval: '2s', timeout: '3s', retries: 4,"
            + " start_period: '5s'}}";
    assertEquals(
        Written.values(
            "{Test: ['CMD-SHELL', 'true'], Interval: 2000000000, Timeout: 3000000000, Retries: 4,"
                + " StartPeriod: 5000000000}"),
        Json.map(Json.map(made(check), "Config"), "Healthcheck"));
    assertEquals(
        Written.values("{Test: ['NONE']}"),
        Json.map(
            Json.map(made("{image: 'busybox', healthcheck: {disable: true}}"), "Config"),
            "Healthcheck"));
  }

  @Test
  void itsNames() {
    Map<String, Object> made =
        made(
            "{image: 'busybox', dns: ['127.0.0.9'], dns_search: ['a.example'], dns_opt:"
                + " ['ndots:2'], extra_hosts: ['one:10.0.0.1'], expose: ['81', '82/udp'], ports:"
                + " ['127.0.0.1:9999:80', '53/udp']}");
    holds(
        Json.map(made, "HostConfig"),
        "{Dns: ['127.0.0.9'], DnsSearch: ['a.example'], DnsOptions: ['ndots:2'],"
            + " ExtraHosts: ['one:10.0.0.1'],"
            + " PortBindings: {'80/tcp': [{HostIp: '127.0.0.1', HostPort: '9999'}],"
            + " '53/udp': [{HostIp: '', HostPort: ''}]}}");
    assertEquals(
        Written.values("{'81/tcp': {}, '82/udp': {}, '80/tcp': {}, '53/udp': {}}"),
        Json.map(Json.map(made, "Config"), "ExposedPorts"));
  }

  @Test
  void itsLimits() {
    holds(
        Json.map(
            made(
                "{image: 'busybox', mem_limit: '64m', mem_reservation: '32m', memswap_limit:"
                    + " '128m', cpus: 0.5, cpu_shares: 512, cpuset: '0', pids_limit: 50, ulimits:"
                    + " {nofile: {soft: 100, hard: 200}, core: 0}, shm_size: '1m', read_only:"
                    + " true}"),
            "HostConfig"),
        "{Memory: 67108864, MemoryReservation: 33554432, MemorySwap: 134217728, NanoCpus:"
            + " 500000000, CpuShares: 512, CpusetCpus: '0', PidsLimit: 50, Ulimits: [{Name:"
            + " 'nofile', Soft: 100, Hard: 200}, {Name: 'core', Soft: 0, Hard: 0}], ShmSize:"
            + " 1048576, ReadonlyRootfs: true}");
  }

  @Test
  void whatItMayDo() {
    holds(
        Json.map(
            made(
                "{image: 'busybox', privileged: true, cap_add: ['NET_ADMIN', 'CAP_SYS_TIME'],"
                    + " cap_drop: ['MKNOD'], devices:"
                    + " ['/dev/null:/dev/one:r', '/dev/zero', '/dev/full:rw'],"
                    + " device_cgroup_rules: ['c 1:3 rwm'], sysctls: {'net.core.somaxconn': '99'},"
                    + " pid: 'host', ipc: 'shareable', userns_mode: 'host', runtime: 'runc'}"),
            "HostConfig"),
        "{Privileged: true, CapAdd: ['NET_ADMIN', 'CAP_SYS_TIME'], CapDrop: ['MKNOD'],"
            + " DeviceCgroupRules: ['c 1:3 rwm'],"
            + " Devices: [{PathOnHost: '/dev/null', PathInContainer: '/dev/one',"
            + " CgroupPermissions: 'r'}, {PathOnHost: '/dev/zero', PathInContainer: '/dev/zero',"
            + " CgroupPermissions: 'rwm'}, {PathOnHost: '/dev/full', PathInContainer:"
            + " '/dev/full', CgroupPermissions: 'rw'}], Sysctls: {'net.core.somaxconn': '99'},"
            + " PidMode: 'host', IpcMode: 'shareable', UsernsMode: 'host', Runtime: 'runc'}");
  }

  @Test
  void itSharesWhatAnotherHas() {
    String web = lab.sleeper("web");
    ContainerRequest request =
        request(
            "{image: 'busybox', network_mode: 'container:web', pid: 'container:web', ipc:"
                + " 'container:web'}",
            Map.of(),
            Map.of("web", web));
    lab.engine.kill(web, "SIGKILL");
    holds(
        Json.map(inspect(lab.engine.createContainer(request)), "HostConfig"),
        ("{NetworkMode: 'container:WEB', PidMode: 'container:WEB', IpcMode: 'container:WEB'}")
            .replace("WEB", web));
  }

  @Test
  void itsMounts() throws IOException {
    Files.writeString(folder.resolve("page.html"), "hello");
    String data = lab.volume("data", "{}");
    String id =
        lab.engine.createContainer(
            request(
                "{image: 'busybox', init: true, command: 'sleep 100', volumes: ['data:/data',"
                    + " './page.html:/page.html:ro', './made/here:/here', '/anonymous', {type:"
                    + " 'tmpfs', target: '/mem', tmpfs: {size: '1m', mode: '0700'}}, {type:"
                    + " 'volume', source: 'data', target: '/ro', read_only: true, volume: {nocopy:"
                    + " true}}, {type: 'bind', source: '.', target: '/all', bind: {propagation:"
                    + " 'rprivate', create_host_path: false}}], tmpfs: ['/scratch:size=64k']}",
                Map.of("data", data),
                Map.of()));
    lab.engine.start(id);
    String script =
        "cat /page.html; echo; touch /page.html 2>&1 || echo ro; touch /data/x; ls /ro; touch"
            + " /ro/y 2>/dev/null || echo ro; touch /here/made; ls /all; stat -c %a /mem; df -k"
            + " /mem | tail -1 | awk '{print $2}'; df -k /scratch | tail -1 | awk '{print $2}'";
    assertEquals(
        "hello\ntouch: /page.html: Read-only file system\nro\nx\nro\nmade\npage.html\n700\n1024\n"
            + "64\n",
        lab.exec(id, "sh", "-c", script).stdout());
    assertTrue(Files.exists(folder.resolve("made/here/made")));
    assertEquals(
        8,
        Json.maps(Json.list(inspect(id), "Mounts")).size(),
        inspect(id).get("Mounts").toString());
  }

  @Test
  void itsMountsAsTheEngineWasAskedForThem() {
    Map<String, Object> made =
        made(
            "{image: 'busybox', volumes: [{type: 'tmpfs', target: '/mem', tmpfs: {size: '1m', mode:"
                + " '0700'}}, {type: 'volume', target: '/plain', volume: {nocopy: true}}, {type:"
                + " 'bind', source: '.', target: '/new', bind: {propagation: 'rslave',"
                + " create_host_path: false}}, {type: 'bind', source: './old', target: '/old',"
                + " read_only: true, bind: {propagation: 'slave', create_host_path: true}}], tmpfs:"
                + " ['/scratch:size=64k,mode=1770', '/usual']}");
    assertEquals(
        Written.values(
            "{'/mem': {Type: 'tmpfs', TmpfsOptions: {SizeBytes: 1048576, Mode: 448}}, '/plain':"
                + " {Type: 'volume', VolumeOptions: {NoCopy: true}}, '/scratch': {Type: 'tmpfs',"
                + " TmpfsOptions: {SizeBytes: 65536, Mode: 1016}}, '/usual': {Type: 'tmpfs',"
                + " TmpfsOptions: {}}, '/new': {Type: 'bind', BindOptions: {Propagation:"
                + " 'rslave'}, Source: '"
                + folder
                + "'}}"),
        byTarget(Json.maps(Json.list(Json.map(made, "HostConfig"), "Mounts"))));
    holds(Json.map(made, "HostConfig"), "{Binds: ['" + folder.resolve("old") + ":/old:ro,slave']}");
  }

  private static Map<String, Object> byTarget(List<Map<String, Object>> mounts) {
    Map<String, Object> out = new LinkedHashMap<>();
    for (Map<String, Object> mount : mounts) {
      Map<String, Object> rest = new LinkedHashMap<>(mount);
      rest.remove("ReadOnly");
      out.put((String) rest.remove("Target"), rest);
    }
    return out;
  }

  @Test
  void itsPlatform() {
    EngineException other =
        assertThrows(
            EngineException.class, () -> made("{image: 'busybox', platform: 'linux/s390x'}"));
    assertTrue(other.getMessage().contains("linux/s390x"), other.getMessage());
    Map<String, Object> image = lab.engine.inspect(ObjectKind.IMAGE, "busybox");
    String own = image.get("Os") + "/" + image.get("Architecture");
    assertEquals(
        "created",
        Json.map(made("{image: 'busybox', platform: '" + own + "'}"), "State").get("Status"));
  }

  @Test
  void itsPlaceOnNetworks() {
    String subnet = lab.subnet;
    String first =
        lab.network(
            "first",
            "{ipam: {config: [{subnet: 'S.0/24', gateway: 'S.9', ip_range: 'S.128/25',"
                    .replace("S", subnet)
                + " aux_addresses: {router: 'S.200'}}], options: {foo: 'bar'}}, internal: true, attachable: true,"
                    .replace("S", subnet)
                + " driver: 'bridge', driver_opts: {'com.docker.network.driver.mtu': '1400'}}");
    String second = lab.network("second", "{}");
    String id =
        lab.running(
            "web",
            "{image: 'busybox', init: true, command: 'sleep 100'}",
            new Endpoint(
                first,
                List.of("www"),
                Optional.of(subnet + ".20"),
                Optional.empty(),
                Optional.of("02:42:ac:00:00:07")),
            Endpoint.on(second, List.of("w2")));
    Map<String, Object> networks = Json.map(Json.map(inspect(id), "NetworkSettings"), "Networks");
    Map<String, Object> one = Json.map(networks, lab.name("first"));
    assertEquals(subnet + ".20", one.get("IPAddress"), networks.toString());
    assertEquals("02:42:ac:00:00:07", one.get("MacAddress"));
    assertTrue(Json.list(one, "Aliases").contains("www"));
    assertTrue(Json.list(Json.map(networks, lab.name("second")), "Aliases").contains("w2"));
    Map<String, Object> network = lab.engine.inspect(ObjectKind.NETWORK, first);
    holds(
        network,
        "{Internal: true, Attachable: true, Driver: 'bridge',"
            + " Options: {'com.docker.network.driver.mtu': '1400'}}");
    assertEquals(
        Written.values(
            "{Subnet: 'S.0/24', IPRange: 'S.128/25', Gateway: 'S.9', AuxiliaryAddresses: {router:"
                    .replace("S.", subnet + ".")
                + " 'S.200'}}".replace("S.", subnet + ".")),
        Json.maps(Json.list(Json.map(network, "IPAM"), "Config")).get(0));
    assertEquals(Written.values("{foo: 'bar'}"), Json.map(Json.map(network, "IPAM"), "Options"));
    lab.engine.disconnect(id, second);
    lab.engine.connect(id, Endpoint.on(second, List.of("again")));
    assertEquals(0, lab.exec(id, "nslookup", "again").exitCode().orElseThrow());
  }

  @Test
  void itsVolume() {
    String id =
        lab.volume("data", "{driver: 'local', driver_opts: {type: 'tmpfs', device: 'tmpfs'}}");
    holds(
        lab.engine.inspect(ObjectKind.VOLUME, id),
        "{Driver: 'local', Options: {type: 'tmpfs', device: 'tmpfs'}}");
  }

  @Test
  void itsAnonymousVolumesGoWithIt() throws IOException {
    String id =
        lab.engine.createContainer(
            request("{image: 'busybox', volumes: ['/anonymous']}", Map.of(), Map.of()));
    String name = Json.text(Json.maps(Json.list(inspect(id), "Mounts")).get(0), "Name");
    assertEquals(name, Docker.cli("volume", "ls", "-q", "--filter", "name=" + name));
    lab.engine.removeContainer(id);
    assertEquals("", Docker.cli("volume", "ls", "-q", "--filter", "name=" + name));
  }

  @Test
  void filesAndLogs() {
    String id =
        lab.running(
            "one",
            "{image: 'busybox', init: true, entrypoint: ['sh', '-c'], command:"
                + " ['echo out; echo err >&2; sleep 100']}");
    lab.engine.copyInto(id, "/tmp", StubRegistry.tar("note", "hello".getBytes()));
    assertEquals("hello", lab.exec(id, "cat", "/tmp/note").stdout());
    assertEquals("out\n", lab.engine.logs(id, 10).stdout());
    assertEquals("err\n", lab.engine.logs(id, 10).stderr());
    String terminal = lab.running("tty", "{image: 'busybox', tty: true, command: 'echo hi'}");
    Patience patience = new Patience(Lab.PATIENCE);
    while (lab.engine.logs(terminal, 10).stdout().isEmpty() && patience.pause()) {
      // The log follows the process by a moment.
    }
    assertEquals("hi\r\n", lab.engine.logs(terminal, 10).stdout());
  }
}
