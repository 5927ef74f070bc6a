package io.labrun.docker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.run.engine.Endpoint;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.EngineException.Kind;
import io.labrun.run.engine.JoinTokens;
import io.labrun.run.engine.LabelledObject;
import io.labrun.run.engine.ObjectKind;
import io.labrun.run.engine.ServiceRequest;
import io.labrun.run.engine.Swarm;
import io.labrun.run.engine.SwarmNode;
import io.labrun.run.engine.SwarmTask;
import io.labrun.run.engine.Tree;
import io.labrun.testbed.InnerEngine;
import io.labrun.testbed.Takes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Swarms and their services, on an engine of the test's own. */
@Takes(seconds = 72)
class SwarmIT {
  private static final String SLEEP = "image: 'busybox', command: 'sleep 1000'";

  private static InnerEngine inner;
  private Lab lab;
  private Swarm swarm;

  @BeforeAll
  static void start() {
    inner = InnerEngine.start();
    try (Engine engine = inner.connect()) {
      engine.swarm().init(inner.address(), Map.of());
    }
  }

  @AfterAll
  static void stop() {
    inner.close();
  }

  @BeforeEach
  void open() {
    lab = new Lab(inner.connect());
    swarm = lab.engine.swarm();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  private List<SwarmTask> until(String service, Predicate<List<SwarmTask>> wanted) {
    Patience patience = new Patience(Duration.ofSeconds(30));
    List<SwarmTask> tasks = swarm.tasks(service);
    while (!wanted.test(tasks) && patience.pause()) {
      tasks = swarm.tasks(service);
    }
    assertTrue(wanted.test(tasks), tasks.toString());
    return tasks;
  }

  private List<SwarmTask> running(String service, int count) {
    return until(service, tasks -> tasks.stream().filter(SwarmTask::runs).count() == count);
  }

  private Tree inspect(String service) {
    return new Tree(lab.engine.inspect(ObjectKind.SERVICE, service));
  }

  @Test
  void theFirstEngineOfASwarmLeadsIt() {
    SwarmNode node = swarm.nodes().get(0);
    assertEquals(
        List.of("manager", "ready", "active", true, inner.address()),
        List.of(node.role(), node.state(), node.availability(), node.leader(), node.address()));
    assertEquals(lab.engine.inspect(ObjectKind.ENGINE, "").get("Name"), node.hostname());
    assertTrue(swarm.tokens().worker().startsWith("SWMTKN-"));
    EngineException twice =
        assertThrows(EngineException.class, () -> swarm.init(inner.address(), Map.of()));
    assertEquals(Kind.CONFLICT, twice.kind());
  }

  @Test
  void aSecondEngineJoinsLeavesAndIsInNone() {
    try (InnerEngine second = InnerEngine.start();
        Engine engine = second.connect()) {
      assertEquals(List.of(), engine.labelled(lab.labels));
      engine.swarm().leave();
      JoinTokens tokens = swarm.tokens();
      engine
          .swarm()
          .join(second.address(), List.of(inner.address() + ":" + Swarm.PORT), tokens.worker());
      assertTrue(
          swarm.nodes().stream()
              .anyMatch(n -> n.role().equals("worker") && n.address().equals(second.address())),
          swarm.nodes().toString());
      EngineException worker = assertThrows(EngineException.class, engine.swarm()::nodes);
      assertEquals(Kind.NO_MANAGER, worker.kind());
      assertEquals("the engine is no manager of a swarm", worker.getMessage());
      assertEquals(List.of(), engine.labelled(lab.labels));
      engine.swarm().leave();
      assertFalse(engine.facts().swarm());
      Patience patience = new Patience(Duration.ofSeconds(30));
      while (swarm.nodes().stream().allMatch(n -> n.state().equals("ready")) && patience.pause()) {}
      assertEquals(
          List.of("down", "ready"), swarm.nodes().stream().map(SwarmNode::state).sorted().toList());
    }
  }

  @Test
  void aNetworkIsWaitedForAsLongAsTheSwarmHasItInUse() {
    String network = lab.network("wide", "{driver: 'overlay'}");
    String service =
        swarm.createService(
            lab.serviceRequest("web", "{" + SLEEP + "}", Endpoint.on(network, List.of())));
    CompletableFuture<Void> gone =
        CompletableFuture.runAsync(
            () -> swarm.removeService(service),
            CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS));
    lab.engine.removeNetwork(network);
    gone.join();
    assertEquals(List.of(), lab.standing());
  }

  @Test
  void aServicesTasksRunAsManyAsAreAskedFor() {
    String id =
        swarm.createService(lab.serviceRequest("web", "{" + SLEEP + ", deploy: {replicas: 2}}"));
    List<SwarmTask> tasks = running(id, 2);
    assertEquals(List.of(1L, 2L), tasks.stream().map(t -> t.slot().orElse(0L)).sorted().toList());
    assertEquals("busybox", tasks.get(0).image());
    assertEquals(
        List.of("busybox:latest"),
        tasks.stream()
            .map(t -> lab.engine.inspect(ObjectKind.CONTAINER, t.containerId().orElseThrow()))
            .map(c -> new Tree(c).text("Config", "Image").orElse(""))
            .distinct()
            .toList());
    swarm.scale(id, 3);
    running(id, 3);
    swarm.scale(id, 0);
    running(id, 0);
  }

  @Test
  void aGlobalServiceHasNoReplicas() {
    String id =
        swarm.createService(lab.serviceRequest("all", "{" + SLEEP + ", deploy: {mode: 'global'}}"));
    SwarmTask task = running(id, 1).get(0);
    assertTrue(task.slot().isEmpty());
    assertEquals(swarm.nodes().get(0).id(), task.nodeId());
    assertEquals(
        "a global service has one task on each node, and no replicas",
        assertThrows(EngineException.class, () -> swarm.scale(id, 2)).getMessage());
  }

  @Test
  void aTaskThatCannotRunSaysWhy() {
    String id =
        swarm.createService(
            lab.serviceRequest(
                "bad",
                "{image: 'busybox', command: 'nothing', deploy: {restart_policy: {condition: 'none'}}}"));
    SwarmTask task = until(id, tasks -> tasks.stream().anyMatch(t -> t.error().isPresent())).get(0);
    assertTrue(task.error().orElseThrow().contains("nothing"), task.toString());
  }

  @Test
  void anUpdateReplacesTheTasksAndKeepsTheirNumber() {
    String id = swarm.createService(lab.serviceRequest("web", "{" + SLEEP + "}"));
    swarm.scale(id, 2);
    running(id, 2);
    swarm.updateService(
        id,
        lab.serviceRequest(
            "web",
            "{image: 'busybox', command: 'sleep 2000', deploy: {update_config: {parallelism: 0}}}"));
    until(
        id,
        tasks ->
            inspect(id).text("UpdateStatus", "State").orElse("").equals("completed")
                && tasks.stream().filter(SwarmTask::runs).count() == 2);
    assertEquals(
        List.of("sleep", "2000"),
        inspect(id).at("Spec", "TaskTemplate", "ContainerSpec", "Args").orElseThrow());
  }

  @Test
  void aForcedUpdateReplacesTasksThatAreAsTheyShouldBe() {
    ServiceRequest request = lab.serviceRequest("web", "{" + SLEEP + "}");
    String id = swarm.createService(request);
    String before = running(id, 1).get(0).id();
    swarm.updateService(id, forced(request));
    until(id, tasks -> tasks.stream().anyMatch(t -> t.runs() && !t.id().equals(before)));
    assertEquals(1, inspect(id).whole("Spec", "TaskTemplate", "ForceUpdate"));
  }

  private static ServiceRequest forced(ServiceRequest r) {
    return new ServiceRequest(
        r.name(),
        r.labels(),
        r.taskLabels(),
        r.spec(),
        r.environment(),
        r.endpoints(),
        r.volumeNames(),
        r.folder(),
        true);
  }

  @Test
  void aServiceIsFoundByItsLabelsAndGoesWithItsContainers() {
    String net = lab.network("net", "{driver: 'overlay', attachable: true}");
    String id =
        swarm.createService(
            lab.serviceRequest(
                "web",
                "{" + SLEEP + ", deploy: {endpoint_mode: 'dnsrr', replicas: 2}}",
                Endpoint.on(net, List.of("www"))));
    running(id, 2);
    LabelledObject found =
        lab.standing().stream()
            .filter(o -> o.kind() == ObjectKind.SERVICE)
            .findFirst()
            .orElseThrow();
    assertEquals(List.of(id, lab.name("web")), List.of(found.id(), found.name()));
    String client = lab.sleeper("client", Endpoint.on(net, List.of()));
    assertEquals(
        2,
        lab.exec(client, "nslookup", "www")
            .stdout()
            .lines()
            .filter(l -> l.matches("Address.*10\\..*"))
            .count());
    lab.engine.removeContainer(client);
    swarm.removeService(id);
    assertEquals(
        List.of(ObjectKind.NETWORK), lab.standing().stream().map(LabelledObject::kind).toList());
    lab.engine.removeNetwork(net);
    assertEquals(List.of(), lab.standing());
    swarm.removeService(id);
    swarm.removeService(lab.name("web"));
  }

  @Test
  void allThatAScenarioMaySayOfAServiceIsFoundAgain() {
    String volume = lab.volume("data", "{}");
    ServiceRequest plain =
        lab.serviceRequest(
            "full",
            "{image: 'busybox', entrypoint: ['sleep'], command: ['1000'], user: '7:8', group_add: ['9'],"
                + " working_dir: '/tmp', hostname: 'h-{{.Task.Slot}}', tty: true, stdin_open: true,"
                + " init: true, read_only: true, stop_signal: 'SIGINT', stop_grace_period: '3s',"
                + " dns: ['10.9.9.9'], dns_search: ['lab.example'], dns_opt: ['ndots:2'],"
                + " extra_hosts: ['other:10.1.1.1'], cap_add: ['NET_RAW'], cap_drop: ['MKNOD'],"
                + " sysctls: {'net.ipv4.ip_forward': '1'}, ulimits: {nofile: {soft: 1000, hard: 2000}},"
                + " volumes: ['data:/data:ro', '/tmp:/host'], tmpfs: ['/t:size=1m'],"
                + " healthcheck: {test: 'true', interval: '2s', retries: 4},"
                + " ports: [{target: 80, published: 8099, mode: 'host', protocol: 'udp'}],"
                + " deploy: {replicas: 1, placement: {constraints: ['node.role == manager'],"
                + " preferences: [{spread: 'node.labels.zone'}], max_replicas_per_node: 3},"
                + " resources: {limits: {cpus: 0.5, memory: '64m', pids: 50},"
                + " reservations: {cpus: 0.1, memory: '8m'}},"
                + " restart_policy: {condition: 'on-failure', delay: '1s', max_attempts: 2, window: '9s'},"
                + " update_config: {parallelism: 2, delay: '1s', failure_action: 'rollback',"
                + " monitor: '2s', max_failure_ratio: 0.25, order: 'start-first'},"
                + " rollback_config: {parallelism: 3}}}");
    ServiceRequest request =
        new ServiceRequest(
            plain.name(),
            plain.labels(),
            plain.taskLabels(),
            plain.spec(),
            plain.environment(),
            List.of(),
            Map.of("data", volume),
            plain.folder(),
            false);
    String id = swarm.createService(request);
    String container = running(id, 1).get(0).containerId().orElseThrow();
    Tree spec = new Tree(inspect(id).at("Spec").orElseThrow());
    holds(
        spec.at("TaskTemplate", "Placement").orElseThrow(),
        "{Constraints: ['node.role == manager'],"
            + " Preferences: [{Spread: {SpreadDescriptor: 'node.labels.zone'}}], MaxReplicas: 3}");
    holds(
        spec.at("TaskTemplate", "Resources").orElseThrow(),
        "{Limits: {NanoCPUs: 500000000, MemoryBytes: 67108864, Pids: 50},"
            + " Reservations: {NanoCPUs: 100000000, MemoryBytes: 8388608}}");
    holds(
        spec.at("TaskTemplate", "RestartPolicy").orElseThrow(),
        "{Condition: 'on-failure', Delay: 1000000000, MaxAttempts: 2, Window: 9000000000}");
    holds(
        spec.at("UpdateConfig").orElseThrow(),
        "{Parallelism: 2, Delay: 1000000000, FailureAction: 'rollback', Monitor: 2000000000,"
            + " MaxFailureRatio: 0.25, Order: 'start-first'}");
    assertEquals(3, spec.whole("RollbackConfig", "Parallelism"));
    holds(
        spec.at("EndpointSpec", "Ports").map(List.class::cast).orElseThrow().get(0),
        "{Protocol: 'udp', TargetPort: 80, PublishedPort: 8099, PublishMode: 'host'}");
    assertEquals(3_000_000_000L, spec.whole("TaskTemplate", "ContainerSpec", "StopGracePeriod"));
    Tree made = new Tree(lab.engine.inspect(ObjectKind.CONTAINER, container));
    holds(
        made.at("Config").orElseThrow(),
        "{Cmd: ['1000'], Entrypoint: ['sleep'], User: '7:8', WorkingDir: '/tmp', Hostname: 'h-1',"
            + " Tty: true, OpenStdin: true, StopSignal: 'SIGINT'}");
    holds(
        made.at("HostConfig").orElseThrow(),
        "{GroupAdd: ['9'], Init: true, ReadonlyRootfs: true, Dns: ['10.9.9.9'],"
            + " DnsSearch: ['lab.example'], DnsOptions: ['ndots:2'], ExtraHosts: ['other:10.1.1.1'],"
            + " CapAdd: ['NET_RAW'], CapDrop: ['MKNOD'],"
            + " Sysctls: {'net.ipv4.ip_forward': '1'}, NanoCpus: 500000000, Memory: 67108864,"
            + " PidsLimit: 50, Ulimits: [{Name: 'nofile', Hard: 2000, Soft: 1000}]}");
    assertEquals(4, made.whole("Config", "Healthcheck", "Retries"));
    assertTrue(made.at("Config", "Env").orElseThrow().toString().contains("A=1"));
    assertEquals(
        List.of("/data", "/host", "/t"),
        made.items("HostConfig", "Mounts").stream()
            .map(mount -> mount.text("Target").orElse(""))
            .sorted()
            .toList());
    assertTrue(
        made.items("Mounts").stream().anyMatch(m -> m.text("Name").equals(Optional.of(volume))));
  }

  private static void holds(Object in, String expected) {
    Written.values(expected)
        .forEach((key, value) -> assertEquals(value, ((Map<?, ?>) in).get(key), key));
  }
}
