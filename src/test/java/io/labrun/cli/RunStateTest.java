package io.labrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.plan.Labels;
import io.labrun.plan.RunName;
import io.labrun.run.StandingRun;
import io.labrun.run.engine.LabelledObject;
import io.labrun.run.engine.ObjectKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which runs may be removed without asking: only those whose labrun is gone for sure. */
final class RunStateTest {
  private static final Owner SELF = Owner.current();

  private static RunState state(String owner, Map<String, String> labels) {
    LabelledObject object =
        new LabelledObject(ObjectKind.CONTAINER, "1", "x-0000-a", labels, "running", List.of());
    return RunState.of(
        new StandingRun(
            new RunName("x", "0000"),
            owner,
            Optional.empty(),
            Map.of(),
            List.of(),
            List.of(object)));
  }

  private static String owner(long pid, String start) {
    return new Owner(SELF.user(), SELF.host(), pid, start).toString();
  }

  @Test
  void a_run_whose_labrun_is_at_work_is_running() {
    assertEquals(RunState.RUNNING, state(SELF.toString(), Map.of()));
    assertTrue(Owner.parse(SELF.toString()).orElseThrow().isAlive());
  }

  @Test
  void a_run_whose_labrun_is_gone_is_orphaned() {
    assertEquals(RunState.ORPHANED, state(owner(SELF.pid(), "1"), Map.of()), "a later process");
    assertEquals(RunState.ORPHANED, state(owner(4_194_305, "1"), Map.of()));
    assertEquals(RunState.ORPHANED, state(owner(4_194_305, "1"), Map.of(Labels.KEEP, "never")));
  }

  @Test
  void of_what_is_not_ours_to_judge_nothing_is_known() {
    assertEquals(RunState.UNKNOWN, state("", Map.of()));
    assertEquals(RunState.UNKNOWN, state("somebody", Map.of()));
    assertEquals(RunState.UNKNOWN, state("me@another-machine:1:2", Map.of()));
  }

  @Test
  void what_was_left_standing_on_purpose_is_kept() {
    assertEquals(RunState.KEPT, state(SELF.toString(), Map.of(Labels.KEEP, "always")));
    assertEquals(RunState.KEPT, state(owner(4_194_305, "1"), Map.of(Labels.KEEP, "failed")));
    assertEquals(RunState.RUNNING, state(SELF.toString(), Map.of(Labels.KEEP, "failed")));
  }

  @Test
  void clean_takes_only_orphans_unless_all_is_said() {
    assertFalse(CleanCommand.isMeant(RunState.RUNNING, true));
    assertFalse(CleanCommand.isMeant(RunState.KEPT, false));
    assertFalse(CleanCommand.isMeant(RunState.UNKNOWN, false));
    assertTrue(CleanCommand.isMeant(RunState.ORPHANED, false));
    assertTrue(CleanCommand.isMeant(RunState.UNKNOWN, true));
  }
}
