package dev.fermata.runner.docker.transport;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;

/** The connections to one engine: a few that are kept for short calls, and all that are in use. */
final class Wires implements AutoCloseable {
  /** More than a few at once gain nothing: engine and cores are the limit, and each is an fd. */
  private static final int MOST_IDLE = 12;

  private final Address address;
  private final ConcurrentLinkedDeque<Wire> idle = new ConcurrentLinkedDeque<>();
  private final AtomicInteger idleCount = new AtomicInteger();
  private final Set<Wire> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  Wires(Address address) {
    this.address = address;
  }

  Address address() {
    return address;
  }

  /** One that is still open, as far as can be told without sending something. */
  Optional<Wire> kept() {
    for (Wire wire = idle.pollFirst(); wire != null; wire = idle.pollFirst()) {
      idleCount.decrementAndGet();
      if (!wire.isStale()) {
        return Optional.of(wire);
      }
      wire.close();
    }
    return Optional.empty();
  }

  /** A new one, not connected yet. */
  Wire unconnected() throws IOException {
    var wire = new Wire(address.open(), open::remove);
    open.add(wire);
    if (closed) {
      wire.close();
      throw new ClosedChannelException();
    }
    return wire;
  }

  void keep(Wire wire) {
    if (closed || !wire.rest() || !hasRoom()) {
      wire.close();
      return;
    }
    idle.addFirst(wire);
    if (closed) {
      wire.close();
    }
  }

  private boolean hasRoom() {
    if (idleCount.incrementAndGet() <= MOST_IDLE) {
      return true;
    }
    idleCount.decrementAndGet();
    return false;
  }

  int openCount() {
    return open.size();
  }

  @Override
  public void close() {
    closed = true;
    open.forEach(Wire::close);
    idle.clear();
  }
}
