package io.labrun.run.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class PasswordsTest {

  @Test
  void an_address_is_shown_without_its_password() {
    assertEquals("ssh://me:***@far", Passwords.hidden("ssh://me:hunter2@far"));
    assertEquals("ssh://me:***@far:22/a", Passwords.hidden("ssh://me:h@/: 2@far:22/a"));
    assertEquals("me:***@far:2375", Passwords.hidden("me:hunter2@far:2375"));
    assertEquals("tcp://:***@far", Passwords.hidden("tcp://:hunter2@far"));
  }

  @Test
  void what_has_none_stays_as_it_is() {
    for (String address :
        new String[] {"ssh://me@far:22/a.sock", "tcp://far:2375", "unix:///a:b@c.sock", "/a:b@c"}) {
      assertEquals(address, Passwords.hidden(address));
      assertEquals(address, Passwords.without(address));
      assertEquals(address, Passwords.hiddenIn(address));
    }
  }

  @Test
  void a_text_may_hold_several() {
    assertEquals(
        "from ssh://a:***@b to tcp://c:***@d, user@e:f",
        Passwords.hiddenIn("from ssh://a:1@b to tcp://c:2@d, user@e:f"));
  }

  @Test
  void a_way_out_keeps_the_user() {
    assertEquals("ssh://me@far:22", Passwords.without("ssh://me:hunter2@far:22"));
  }
}
