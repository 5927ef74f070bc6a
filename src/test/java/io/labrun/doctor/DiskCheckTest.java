package io.labrun.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.labrun.run.require.Amounts;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class DiskCheckTest {

  @Test
  void reads_the_free_space_of_busybox_df() {
    String table =
        """
        Filesystem           1024-blocks    Used Available Capacity Mounted on
        overlay              264212084  23172200  83218712  22% /
        """;
    assertEquals(OptionalLong.of(83218712L * 1024), DiskCheck.free(table));
  }

  @Test
  void what_cannot_be_read_is_said_and_never_taken_for_enough() {
    assertEquals(OptionalLong.empty(), DiskCheck.free("df: /: Permission denied"));
    assertEquals(OptionalLong.empty(), DiskCheck.free(""));
    Finding finding = DiskCheck.finding(OptionalLong.empty(), "/var/lib/docker");
    assertEquals(Finding.State.DEGRADED, finding.state());
  }

  @Test
  void two_gibibytes_are_enough_and_a_byte_less_is_not() {
    long enough = 2L << 30;
    String root = "/var/lib/docker";
    assertEquals(Finding.State.OK, DiskCheck.finding(OptionalLong.of(enough), root).state());
    Finding less = DiskCheck.finding(OptionalLong.of(enough - 1), root);
    assertEquals(Finding.State.DEGRADED, less.state());
    assertEquals("docker image prune", less.command().orElseThrow());
  }

  @Test
  void amounts_are_in_the_largest_unit_that_fits() {
    assertEquals("1023 bytes", Amounts.binary(1023));
    assertEquals("1.0 KiB", Amounts.binary(1024));
    assertEquals("1.5 GiB", Amounts.binary(3L << 29));
    assertEquals("2048.0 TiB", Amounts.binary(1L << 51));
  }
}
