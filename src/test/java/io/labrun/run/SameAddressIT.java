package io.labrun.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.labrun.event.Problem;
import io.labrun.event.ScenarioResult;
import io.labrun.event.Status;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.ObjectKind;
import io.labrun.testbed.Around;
import io.labrun.testbed.Takes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Two containers that were given one address, as a swarm does at times and never when asked to: the
 * engine is real, and only tells of bob's address what is alice's.
 */
@Takes(seconds = 15)
final class SameAddressIT extends OnTheEngine {
  private static final String ALICE = "10.213.8.2";
  private static final String BOB = "10.213.8.3";
  private static final String LAB =
      """
      name: it-same-address
      networks: {mesh: {ipam: {config: [{subnet: 10.213.8.0/24}]}}}
      containers:
        alice: {image: busybox, command: httpd -f -p 80 -h /etc, networks: {mesh: {ipv4_address: 10.213.8.2}}}
        bob: {image: busybox, command: httpd -f -p 80 -h /etc, networks: {mesh: {ipv4_address: 10.213.8.3}}}
        guest: {image: busybox, command: sleep 600, network_mode: "container:alice"}
      assertions:
        - {name: to the other, reach: {from: bob, to: alice, port: 80}}
        - {name: and back, reach: {from: alice, to: bob, port: 80}}
        - {name: to itself, reach: {from: alice, to: alice, port: 80}}
        - {name: in one namespace, reach: {from: guest, to: alice, port: 80}}
      """;

  @Test
  void what_one_sends_to_the_other_reaches_itself_and_proves_nothing() {
    lab = LabRun.of(sameAddress(), LAB);
    ScenarioResult result = lab.run();
    assertEquals(
        List.of(Status.ERROR, Status.ERROR, Status.PASSED, Status.PASSED), LabRun.statuses(result));
    Problem problem = result.assertions().get(0).problem().orElseThrow();
    assertEquals(
        "`bob` and `alice` both have the address 10.213.8.2, so what `bob` sends to `alice` on"
            + " `mesh` reaches `bob` itself",
        problem.what());
    assertEquals(
        List.of(
            "a swarm gives one address twice at times, when containers on two hosts start at once:"
                + " let one wait for the other with `depends_on`",
            "give each an `ipv4_address` of its own"),
        problem.help());
  }

  @Test
  void with_an_address_each_it_is_looked_at() {
    lab = LabRun.of(engine, LAB);
    LabRun.passed(lab.run());
  }

  private Engine sameAddress() {
    return Around.of(
        engine,
        (method, arguments, call) -> {
          Object answer = call.answer();
          return method.equals("inspect") && arguments[0] == ObjectKind.CONTAINER
              ? replaced(answer)
              : answer;
        });
  }

  private static Object replaced(Object tree) {
    if (tree instanceof Map<?, ?> map) {
      Map<Object, Object> out = new LinkedHashMap<>();
      map.forEach((key, value) -> out.put(key, replaced(value)));
      return out;
    }
    return BOB.equals(tree) ? ALICE : tree;
  }
}
