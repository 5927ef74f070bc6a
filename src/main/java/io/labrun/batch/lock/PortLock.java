package io.labrun.batch.lock;

import io.labrun.scenario.spec.IpAddress;
import java.math.BigInteger;
import java.util.Optional;

/**
 * A port of the engine's machine.
 *
 * @param ip the machine's address; empty for all
 * @param port 1 to 65535
 * @param protocol {@code tcp}, {@code udp} or {@code sctp}
 */
record PortLock(Optional<IpAddress> ip, int port, String protocol) implements Lock {

  /** A port at an address as it is written; what stands for all addresses means all. */
  static PortLock of(Optional<String> ip, int port, String protocol) {
    Optional<IpAddress> one =
        ip.flatMap(IpAddress::parse).filter(address -> !address.value().equals(BigInteger.ZERO));
    return new PortLock(one, port, protocol);
  }

  @Override
  public Optional<String> clash(Lock other) {
    boolean same =
        other instanceof PortLock theirs
            && port == theirs.port
            && protocol.equals(theirs.protocol)
            && (ip.isEmpty() || theirs.ip.isEmpty() || ip.equals(theirs.ip));
    return same ? Optional.of("both take port " + port + "/" + protocol) : Optional.empty();
  }
}
