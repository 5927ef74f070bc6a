package io.labrun.docker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.run.engine.Engine.Subscription;
import io.labrun.run.engine.EngineEvent;
import io.labrun.testbed.Takes;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What happens on the real engine, as it is told. */
@Takes(seconds = 10)
class EventsIT {
  private final BlockingQueue<EngineEvent> events = new LinkedBlockingQueue<>();

  private String next() throws InterruptedException {
    EngineEvent event = events.poll(20, TimeUnit.SECONDS);
    return event == null ? "nothing" : event.type() + " " + event.action();
  }

  @Test
  void missesNothingOnceTheCallHasReturned() throws Exception {
    try (Lab lab = new Lab()) {
      for (int i = 0; i < 30; i++) {
        Subscription subscription = lab.engine.events("io.labrun.test", lab.id, events::add);
        String volume = lab.volume("v" + i, "{}");
        String id = lab.engine.createContainer(lab.request("c" + i, "{image: 'busybox'}"));
        assertEquals("container create", next(), "round " + i);
        lab.engine.removeContainer(id);
        assertEquals("container destroy", next(), "round " + i);
        lab.engine.removeVolume(volume);
        subscription.close();
        assertTrue(events.isEmpty(), () -> events.toString());
      }
    }
  }

  @Test
  void hearsWhatHappensWhileItSubscribes() throws Exception {
    EngineAddress address = HostText.unix(Surroundings.SYSTEM_SOCKET, "test");
    try (Lab lab = new Lab();
        Wire wire = Wire.open(address, Optional.empty(), new Json())) {
      BigDecimal before = new Events(wire).now();
      lab.engine.createContainer(lab.request("early", "{image: 'busybox'}"));
      String filter = Paths.segment("{\"label\":[\"io.labrun.test=" + lab.id + "\"]}");
      try (EventStream stream = new EventStream(wire, filter, before, events::add)) {
        stream.open();
        assertEquals("container create", next());
      }
    }
  }

  @Test
  void tellsHowAContainerEnded() throws Exception {
    try (Lab lab = new Lab();
        Subscription open = lab.engine.events("io.labrun.test", lab.id, events::add)) {
      String id = lab.running("one", "{image: 'busybox', command: ['sh', '-c', 'exit 7']}");
      assertEquals("container create", next());
      assertEquals("container start", next());
      EngineEvent died = events.poll(20, TimeUnit.SECONDS);
      assertEquals("die", died.action());
      assertEquals(id, died.id());
      assertEquals("7", died.attributes().get("exitCode"));
    }
  }

  @Test
  void endsItsThreadWhenClosed() throws Exception {
    // Other tests listen meanwhile, with threads of the same name.
    ThreadGroup own = new ThreadGroup("threads of this test");
    try (Lab lab = new Lab()) {
      CompletableFuture<Subscription> opened = new CompletableFuture<>();
      new Thread(
              own, () -> opened.complete(lab.engine.events("io.labrun.test", lab.id, events::add)))
          .start();
      Subscription open = opened.get(20, TimeUnit.SECONDS);
      assertTrue(threads(own).size() > 0);
      open.close();
      for (Thread thread : threads(own)) {
        thread.join(5000);
      }
      assertEquals(List.of(), threads(own));
    }
  }

  private static List<Thread> threads(ThreadGroup own) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> own.equals(thread.getThreadGroup()))
        .filter(thread -> thread.getName().equals("engine-events"))
        .toList();
  }

  @Test
  void hearsNothingOfOthers() throws Exception {
    try (Lab lab = new Lab();
        Lab other = new Lab();
        Subscription open = lab.engine.events("io.labrun.test", lab.id, events::add)) {
      other.engine.createContainer(other.request("other", "{image: 'busybox'}"));
      lab.engine.createContainer(lab.request("mine", "{image: 'busybox'}"));
      EngineEvent first = events.poll(20, TimeUnit.SECONDS);
      assertEquals(lab.id, first.attributes().get("io.labrun.test"));
      assertFalse(events.stream().anyMatch(e -> e.attributes().containsValue(other.id)));
    }
  }
}
