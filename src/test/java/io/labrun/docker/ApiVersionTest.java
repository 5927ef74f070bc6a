package io.labrun.docker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.EngineException.Kind;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which version is spoken with which engine. */
class ApiVersionTest {

  private static String agree(String oldest, String newest, String wanted) {
    return ApiVersion.agree(
            Map.of("ApiVersion", newest, "MinAPIVersion", oldest),
            Optional.of(wanted).filter(w -> !w.isEmpty()))
        .toString();
  }

  private static void refused(String message, String oldest, String newest, String wanted) {
    EngineException e = assertThrows(EngineException.class, () -> agree(oldest, newest, wanted));
    assertEquals(Kind.INCOMPATIBLE, e.kind());
    assertEquals(message, e.getMessage());
  }

  /** What engines say of themselves, and what is spoken with them. */
  @ParameterizedTest
  @CsvSource({
    "Docker 19.03, 1.12, 1.40, 1.40",
    "Docker 20.10, 1.12, 1.41, 1.41",
    "Podman 4.3,   1.24, 1.41, 1.41",
    "Docker 24,    1.12, 1.43, 1.43",
    "Docker 25,    1.24, 1.44, 1.44",
    "Docker 26.1,  1.24, 1.45, 1.45",
    "Docker 28,    1.24, 1.51, 1.45",
    "Docker 29.0,  1.44, 1.52, 1.45",
    "Docker 29.2,  1.40, 1.53, 1.45"
  })
  void theNewestThatBothSpeak(String engine, String oldest, String newest, String spoken) {
    assertEquals(spoken, agree(oldest, newest, ""), engine);
  }

  @Test
  void theEdges() {
    assertEquals("1.45", agree("1.45", "1.60", ""));
    assertEquals("1.40", agree("1.40", "1.40", ""));
    assertEquals("1.45", agree("", "1.60", ""));
  }

  @Test
  void tooOldAndTooNew() {
    refused("the engine speaks API 1.46 to 1.60, and labrun 1.40 to 1.45", "1.46", "1.60", "");
    refused("the engine speaks API 1.12 to 1.39, and labrun 1.40 to 1.45", "1.12", "1.39", "");
  }

  @Test
  void theUsersWish() {
    assertEquals("1.41", agree("1.24", "1.45", "1.41"));
    assertEquals("1.47", agree("1.24", "1.48", "v1.47"));
    refused(
        "DOCKER_API_VERSION is 1.41, and the engine speaks 1.44 to 1.52", "1.44", "1.52", "1.41");
    refused(
        "DOCKER_API_VERSION is 1.60, and the engine speaks 1.44 to 1.52", "1.44", "1.52", "1.60");
    refused("DOCKER_API_VERSION is x, not a version like 1.41", "1.24", "1.45", "x");
  }

  @Test
  void anAnswerWithoutAVersionIsNoEngines() {
    EngineException e =
        assertThrows(EngineException.class, () -> ApiVersion.agree(Map.of(), Optional.empty()));
    assertEquals(Kind.UNREACHABLE, e.kind());
  }
}
