package io.labrun.run.check;

import java.util.Optional;

/**
 * Where a probe goes.
 *
 * @param label what the author called it
 * @param address its IP address
 * @param owner the container whose address it is, if it is one of the lab's
 * @param port empty for a ping
 * @param protocol {@code icmp}, {@code tcp} or {@code udp}
 */
record Destination(
    String label, String address, Optional<String> owner, Optional<String> port, String protocol) {

  /** Address and port: {@code 10.0.0.2:80/tcp}. */
  String spoken() {
    String host = address.contains(":") && port.isPresent() ? "[" + address + "]" : address;
    return port.map(number -> host + ":" + number + "/" + protocol).orElse(address);
  }
}
