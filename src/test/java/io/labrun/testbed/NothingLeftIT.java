package io.labrun.testbed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.labrun.run.engine.Engine;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Runs after all other tests, in a process of its own. */
final class NothingLeftIT {

  @Test
  void all_that_the_tests_made_on_the_engine_is_gone() throws IOException {
    Set<String> left = Standing.now().since(Standing.before());
    try (Engine engine = TestEngine.connect()) {
      left.removeIf(one -> isMiscounted(engine, one));
    }
    assertEquals(Set.of(), left);
  }

  private static boolean isMiscounted(Engine engine, String object) {
    String[] words = object.split(" ");
    return words[0].equals("network") && Miscounted.isKept(engine, words[1]);
  }
}
