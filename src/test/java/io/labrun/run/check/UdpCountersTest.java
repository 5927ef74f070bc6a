package io.labrun.run.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Counters of datagrams as Linux writes them. */
final class UdpCountersTest {
  private static final String TEXT =
      """
      Ip: Forwarding DefaultTTL
      Ip: 1 64
      Udp: InDatagrams NoPorts InErrors
      Udp: 34 2 0
      UdpLite: InDatagrams NoPorts
      UdpLite: 0 0
        sl  local_address rem_address   st tx_queue rx_queue tr tm->when
       9962: 00000000:0035 00000000:0000 07 00000000:00000300 00:00000000
      """;

  @Test
  void reads_what_came_and_what_waits() {
    assertEquals(new UdpCounters(34, 0x300, true), UdpCounters.parse(TEXT, 53));
    assertEquals(new UdpCounters(34, 0, false), UdpCounters.parse(TEXT, 54));
  }

  @Test
  void counts_only_for_a_socket_on_the_port() {
    UdpCounters before = new UdpCounters(10, 0, true);
    assertEquals(3, new UdpCounters(13, 0, true).since(before));
    assertEquals(Long.MAX_VALUE, new UdpCounters(10, 1, true).since(before));
    assertEquals(0, new UdpCounters(13, 0, false).since(before));
  }
}
