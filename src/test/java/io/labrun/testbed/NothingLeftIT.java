package io.labrun.testbed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Runs after all other tests, in a process of its own. */
final class NothingLeftIT {

  @Test
  void all_that_the_tests_made_on_the_engine_is_gone() throws IOException {
    assertEquals(Set.of(), Standing.now().since(Standing.before()));
  }
}
