package io.labrun.docker.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How an address is read, and what ssh is told. */
class SshTargetTest {

  private static List<String> words(String text) {
    return SshTarget.parse(text).words();
  }

  @Test
  void what_is_not_written_is_left_to_the_configuration_of_ssh() {
    assertEquals(List.of("--", "my_lab"), words("ssh://my_lab"));
    assertEquals("docker system dial-stdio", SshTarget.parse("ssh://h/").command());
    assertEquals(
        List.of("-l", "a\\b+c", "-p", "22", "--", "::1"), words("ssh://a%5Cb+c@[::1]:22/x"));
    assertEquals("ssh -p 22 me@far", SshTarget.parse("ssh://me@far:22/x").typed());
  }

  @Test
  void a_path_is_one_word_for_the_shell_there() {
    assertEquals(
        "docker --host 'unix:///a b/it'\\''s;$(x)' system dial-stdio",
        SshTarget.parse("ssh://h/a%20b/it's;$(x)").command());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ssh://", "ssh://-oProxyCommand=x", "ssh://me@-h", "ssh://h:x", "ssh://h:222222",
        "ssh://a b", "ssh://h?x", "ssh://a:b:c", "ssh://@h", "ssh://me:secret@h"
      })
  void what_is_no_address_is_refused(String text) {
    assertThrows(IllegalArgumentException.class, () -> SshTarget.parse(text));
  }
}
