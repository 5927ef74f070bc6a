package io.labrun.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.batch.Schedule.Start;
import io.labrun.batch.lock.LockFinder;
import io.labrun.batch.lock.Locks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which run begins next, and where. */
final class ScheduleTest {
  private static final long MEMORY = 4L << 30;
  private static final Lane ONE = new Lane(0, "one", 3, MEMORY);
  private static final Lane OTHER = new Lane(1, "other", 2, MEMORY);
  private static final Locks ALONE = new Locks(List.of(), 0, true);
  private static final Locks PORT =
      locks("containers: {c: {image: busybox, ports: ['8080:80']}}\n");

  private static Locks locks(String body) {
    return LockFinder.of(Planned.of("lab", "0001", body), Path.of("/"));
  }

  private static Ticket ticket(int file, Locks locks) {
    return ticket(file, locks, Optional.empty());
  }

  private static Ticket ticket(int file, Locks locks, Optional<Duration> time) {
    return new Ticket(file, 0, new FakeRun(locks), time);
  }

  /** The files that begin now, as {@code file@engine}. */
  private static List<String> begin(Schedule schedule) {
    List<String> out = new ArrayList<>();
    for (Optional<Start> next = schedule.next(); next.isPresent(); next = schedule.next()) {
      out.add(next.get().ticket().file() + "@" + next.get().lane().address());
    }
    return out;
  }

  @Test
  void in_order_as_many_as_there_are_places() {
    Schedule schedule = new Schedule(List.of(ONE));
    for (int i = 0; i < 5; i++) {
      schedule.add(ticket(i, Locks.NONE));
    }
    assertEquals(List.of("0@one", "1@one", "2@one"), begin(schedule));
    schedule.ended(ticket(1, Locks.NONE));
    assertEquals(List.of("3@one"), begin(schedule));
  }

  @Test
  void the_first_that_fits_begins_and_who_waits_knows_why() {
    Schedule schedule = new Schedule(List.of(ONE));
    schedule.add(ticket(0, PORT));
    schedule.add(ticket(1, PORT));
    schedule.add(ticket(2, Locks.NONE));
    assertEquals(List.of("0@one", "2@one"), begin(schedule));
    Map<Ticket, Schedule.Obstacle> obstacles = schedule.takeObstacles();
    Schedule.Obstacle why = obstacles.get(ticket(1, PORT));
    assertEquals(0, why.other().file());
    assertEquals("both take port 8080/tcp", why.why());
    assertTrue(schedule.takeObstacles().isEmpty());
    schedule.ended(ticket(0, PORT));
    assertEquals(List.of("1@one"), begin(schedule));
  }

  @Test
  void several_engines_are_filled_evenly_and_a_clash_counts_on_one_only() {
    Schedule schedule = new Schedule(List.of(ONE, OTHER));
    schedule.add(ticket(0, PORT));
    schedule.add(ticket(1, PORT));
    schedule.add(ticket(2, PORT));
    for (int i = 3; i < 9; i++) {
      schedule.add(ticket(i, Locks.NONE));
    }
    assertEquals(List.of("0@one", "1@other", "3@one", "4@other", "5@one"), begin(schedule));
    schedule.ended(ticket(1, PORT));
    assertEquals(List.of("2@other"), begin(schedule));
  }

  @Test
  void one_that_must_be_alone_gets_its_turn_while_there_are_others() {
    Schedule schedule = new Schedule(List.of(ONE));
    schedule.add(ticket(0, Locks.NONE));
    schedule.add(ticket(1, ALONE));
    for (int i = 2; i < 40; i++) {
      schedule.add(ticket(i, Locks.NONE));
    }
    List<String> begun = new ArrayList<>(begin(schedule));
    int oldest = 0;
    while (!begun.contains("1@one")) {
      String file = begun.get(oldest++).split("@")[0];
      schedule.ended(ticket(Integer.parseInt(file), Locks.NONE));
      begun.addAll(begin(schedule));
    }
    assertTrue(begun.size() < 12, begun.toString());
    assertEquals(begun.size() - 1, begun.indexOf("1@one"), "nothing begins beside it");
    assertEquals(List.of(), begin(schedule));
    schedule.ended(ticket(1, ALONE));
    assertEquals(3, begin(schedule).size());
  }

  @Test
  void one_that_must_be_alone_leaves_the_other_engine_at_work() {
    Schedule schedule = new Schedule(List.of(ONE, OTHER));
    schedule.add(ticket(0, ALONE));
    schedule.add(ticket(1, Locks.NONE));
    schedule.add(ticket(2, Locks.NONE));
    schedule.add(ticket(3, Locks.NONE));
    assertEquals(List.of("0@one", "1@other", "2@other"), begin(schedule));
  }

  @Test
  void the_longest_first_where_times_are_known() {
    Schedule schedule = new Schedule(List.of(ONE));
    schedule.add(ticket(0, Locks.NONE, Optional.of(Duration.ofSeconds(1))));
    schedule.add(ticket(1, Locks.NONE));
    schedule.add(ticket(2, Locks.NONE, Optional.of(Duration.ofSeconds(9))));
    schedule.longestFirst();
    assertEquals(List.of("2@one", "1@one", "0@one"), begin(schedule));
  }

  @Test
  void one_after_another_the_order_of_the_arguments_stays() {
    Schedule schedule = new Schedule(List.of(new Lane(0, "one", 1, MEMORY)));
    schedule.add(ticket(0, Locks.NONE, Optional.of(Duration.ofSeconds(1))));
    schedule.add(ticket(1, Locks.NONE, Optional.of(Duration.ofSeconds(9))));
    schedule.longestFirst();
    assertEquals(List.of("0@one"), begin(schedule));
  }

  @Test
  void what_may_take_more_memory_than_there_is_waits_unless_it_is_alone() {
    Locks much = new Locks(List.of(), 3L << 30, false);
    Schedule schedule = new Schedule(List.of(ONE));
    schedule.add(ticket(0, new Locks(List.of(), 9L << 30, false)));
    schedule.add(ticket(1, much));
    schedule.add(ticket(2, Locks.NONE));
    assertEquals(List.of("0@one", "2@one"), begin(schedule));
    schedule.ended(ticket(0, much));
    assertEquals(List.of("1@one"), begin(schedule));
  }

  @Test
  void a_lost_engine_gets_no_more() {
    Schedule schedule = new Schedule(List.of(ONE, OTHER));
    schedule.lose(ONE);
    schedule.add(ticket(0, Locks.NONE));
    assertEquals(List.of("0@other"), begin(schedule));
    schedule.lose(OTHER);
    schedule.add(ticket(1, Locks.NONE));
    assertEquals(List.of(), begin(schedule));
  }
}
