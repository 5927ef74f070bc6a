package io.labrun.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.labrun.machine.LocalMachine;
import io.labrun.machine.Machine;
import io.labrun.testbed.Takes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/**
 * The shipped scenarios come to what the matrix says on engines of other makes and ages.
 *
 * <p>Some of them, on each; all of them with {@code -Dlabrun.matrix=all}. The engines come from
 * Debian's packages, for root on Debian; elsewhere this is skipped.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
@Takes(seconds = 25)
final class MatrixIT {
  private static final String WHICH = "labrun.matrix";
  private static final long PATIENCE_MINUTES = 14;

  private static final Map<String, String> TABLE = new java.util.TreeMap<>();

  @TestFactory
  Stream<DynamicContainer> engines() {
    Machine machine = new LocalMachine();
    assumeTrue(machine.isDebian() && machine.isRoot(), "only root on Debian can bring the engines");
    Matrix matrix = Matrix.read();
    List<EngineLane> lanes = new ArrayList<>();
    List<DynamicContainer> out = new ArrayList<>();
    for (String engine : matrix.engines().keySet()) {
      EngineLane lane = new EngineLane(matrix, engine, wanted(matrix));
      lanes.add(lane);
      Stream<DynamicTest> tests =
          lane.verdicts().entrySet().stream()
              .map(
                  verdict ->
                      dynamicTest(
                          verdict.getKey(),
                          () -> look(matrix, engine, verdict.getKey(), verdict.getValue())));
      out.add(dynamicContainer(engine, tests));
    }
    lanes.forEach(EngineLane::begin);
    return out.stream();
  }

  @AfterAll
  static void tell() {
    TABLE.forEach((cell, verdict) -> System.err.println("matrix: " + cell + ": " + verdict));
  }

  private static List<String> wanted(Matrix matrix) {
    boolean all = System.getProperty(WHICH, "").equals("all");
    return matrix.cells().keySet().stream()
        .filter(scenario -> all || matrix.quick().contains(scenario))
        .toList();
  }

  private static void look(
      Matrix matrix, String engine, String scenario, CompletableFuture<String> verdict)
      throws Throwable {
    String found = await(verdict);
    TABLE.put(engine + " " + scenario, found);
    List<String> expected = matrix.cells().get(scenario).get(engine);
    boolean fits =
        found.equals("passed")
            ? expected.contains("passed")
            : expected.stream().anyMatch(w -> found.startsWith("skipped: ") && found.contains(w));
    if (!fits) {
      assertEquals(String.join(" or ", expected), found);
    }
    assertTrue(fits);
  }

  private static String await(CompletableFuture<String> verdict) throws Throwable {
    try {
      return verdict.get(PATIENCE_MINUTES, TimeUnit.MINUTES);
    } catch (ExecutionException e) {
      throw e.getCause();
    } catch (TimeoutException e) {
      throw new AssertionError("no verdict after " + PATIENCE_MINUTES + " minutes", e);
    }
  }
}
