package io.labrun.docker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.labrun.run.engine.EngineException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What engines that are not always there have answered, word for word. */
final class RefusalTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "exec: \\\"ps\\\": executable file not found in $PATH"
            + "| UNSUPPORTED | the engine's machine has no `ps`, with which the engine lists a container's processes",
        "runc create failed: exec: \\\"ps\\\": executable file not found in $PATH: unknown"
            + "| BAD_REQUEST | the image has no command \"ps\"",
        "\\\"tn\\\" has associated containers with it. Use -f to forcibly delete containers and pods: network is being used"
            + "| CONFLICT | the network tn has active endpoints: containers are on it",
        "\\\"\\\" is not supported: invalid network mode"
            + "| CONFLICT | the container was made without a network that others could join it on, so it can't be connected to one",
        "failed to find driver or plugin \\\"labswitch\\\""
            + "| UNSUPPORTED | the engine has no driver labswitch",
        "create r-v: database not open | UNREACHABLE | the engine is just being stopped",
        "failed to update store for object type *libnetwork.endpointCnt: open : no such file"
            + "| UNREACHABLE | the engine is just being stopped",
        "write /data/x: no space left on device"
            + "| NO_SPACE | no space is left on the engine's disk (docker system df says what takes it)",
        "unsupported driver labswitch: invalid argument"
            + "| UNSUPPORTED | the engine has no driver labswitch",
        "netavark: create ipvlan interface: Netlink error: Operation not supported (os error 95)"
            + "| UNSUPPORTED | the engine's kernel can't do that: operation not supported"
      })
  void has_a_meaning(String words, EngineException.Kind kind, String sentence) {
    EngineException refusal = Refusal.of(500, "{\"message\":\"" + words + "\"}");
    assertEquals(kind + " " + sentence, refusal.kind() + " " + refusal.getMessage());
  }
}
