package io.labrun.scenario.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses and subnets as texts and as numbers. */
final class SubnetTest {
  private static Subnet subnet(String text) {
    return Subnet.parse(text).orElseThrow();
  }

  private static IpAddress address(String text) {
    return IpAddress.parse(text).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "172.28.10.1, 172.28.10.1",
    "0.0.0.0, 0.0.0.0",
    "255.255.255.255, 255.255.255.255",
    "::, ::",
    "::1, ::1",
    "fd00:10::, fd00:10::",
    "fd00:10:0:0:1:0:0:0, fd00:10:0:0:1::",
    "FD00:0:0:0:0:0:0:1, fd00::1",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "::ffff:10.0.0.1, ::ffff:a00:1"
  })
  void an_address_is_read_and_written(String text, String written) {
    assertEquals(written, address(text).toString());
    assertEquals(address(text), address(address(text).toString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1.2.3",
        "1.2.3.4.5",
        "1.2.3.256",
        "01.2.3.4",
        "1.2.3.4/8",
        "a.b.c.d",
        ":",
        ":::",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1::2::3",
        "12345::",
        "g::",
        "1.2.3.4::",
        "localhost"
      })
  void what_is_no_address_is_none(String text) {
    assertTrue(IpAddress.parse(text).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "10.0.0.0", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/08", "fd00::/129", "/8"})
  void what_is_no_subnet_is_none(String text) {
    assertTrue(Subnet.parse(text).isEmpty());
  }

  @Test
  void a_subnet_knows_its_ends() {
    assertEquals("172.28.10.0", subnet("172.28.10.77/24").first().toString());
    assertEquals("172.28.10.255", subnet("172.28.10.77/24").last().toString());
    assertEquals("172.28.10.0/24", subnet("172.28.10.77/24").toString());
    assertTrue(subnet("172.28.10.77/24").hasHostBits());
    assertFalse(subnet("172.28.10.0/24").hasHostBits());
    assertEquals("255.255.255.255", subnet("0.0.0.0/0").last().toString());
    assertEquals("10.0.0.1", subnet("10.0.0.1/32").last().toString());
  }

  @Test
  void a_subnet_knows_what_is_in_it() {
    assertTrue(subnet("10.0.0.0/23").contains(address("10.0.1.255")));
    assertFalse(subnet("10.0.0.0/23").contains(address("10.0.2.0")));
    assertFalse(subnet("0.0.0.0/0").contains(address("::1")));
    assertTrue(subnet("10.0.0.0/8").contains(subnet("10.1.0.0/16")));
    assertFalse(subnet("10.1.0.0/16").contains(subnet("10.0.0.0/8")));
    assertTrue(subnet("10.1.0.0/16").overlaps(subnet("10.0.0.0/8")));
    assertFalse(subnet("10.1.0.0/16").overlaps(subnet("10.2.0.0/16")));
    assertFalse(subnet("0.0.0.0/0").overlaps(subnet("::/0")));
  }
}
