package io.labrun.report.file;

import io.labrun.event.Snapshot;

/** Writes what stood at the end of a run as JSON. */
record JsonSnapshot(JsonWriter json) {

  /** A field {@code snapshot}. */
  void write(Snapshot snapshot) {
    json.object(
        "snapshot",
        () -> {
          json.list("networks", snapshot.networks(), this::network);
          json.list("containers", snapshot.containers(), this::container);
        });
  }

  private void network(Snapshot.Network network) {
    json.object(
        () -> {
          json.text("key", network.key());
          json.text("driver", network.driver());
          json.texts("subnets", network.subnets());
        });
  }

  private void container(Snapshot.Container container) {
    json.object(
        () -> {
          json.text("key", container.key());
          json.text("host", container.host());
          json.text("status", container.status());
          container.exitCode().ifPresent(code -> json.number("exit_code", code));
          json.list("addresses", container.addresses(), this::address);
          json.texts("log", container.log());
        });
  }

  private void address(Snapshot.Address address) {
    json.object(
        () -> {
          json.text("network", address.network());
          json.text("ip", address.ip());
          json.text("mac", address.mac());
        });
  }
}
