package dev.fermata.runner.docker.transport;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;

/** The connections to one engine: a few that are kept for short calls, and all that are in use. */
final class Connections implements AutoCloseable {
  /** More than a few at once gain nothing: engine and cores are the limit, and each is an fd. */
  private static final int MOST_IDLE = 12;

  private final Address address;
  private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
  private final AtomicInteger idleCount = new AtomicInteger();
  private final Set<Connection> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  Connections(Address address) {
    this.address = address;
  }

  Address address() {
    return address;
  }

  /** One that is still open, as far as can be told without sending something. */
  Optional<Connection> kept() {
    for (Connection connection = idle.pollFirst();
        connection != null;
        connection = idle.pollFirst()) {
      idleCount.decrementAndGet();
      if (!connection.isStale()) {
        return Optional.of(connection);
      }
      connection.close();
    }
    return Optional.empty();
  }

  /** A new one, not connected yet. */
  Connection unconnected() throws IOException {
    var connection = new Connection(address.open(), open::remove);
    open.add(connection);
    if (closed) {
      connection.close();
      throw new ClosedChannelException();
    }
    return connection;
  }

  void keep(Connection connection) {
    if (closed || !connection.rest() || !hasRoom()) {
      connection.close();
      return;
    }
    idle.addFirst(connection);
    if (closed) {
      connection.close();
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
    open.forEach(Connection::close);
    idle.clear();
  }
}
