package dev.fermata.model.ready;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Servers whose protocol is spoken just enough to know whether they take work. */
public enum KnownServer {
  POSTGRES(5432),
  MYSQL(3306),
  REDIS(6379),
  KAFKA(9092),
  RABBITMQ(5672);

  private final int port;

  KnownServer(int port) {
    this.port = port;
  }

  /** Where it usually listens. */
  public int port() {
    return port;
  }

  /** As in a Compose file. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<KnownServer> of(String text) {
    return Stream.of(values()).filter(server -> server.text().equals(text)).findFirst();
  }
}
