package dev.fermata.runner.ready;

import dev.fermata.model.ready.KnownServer;

/** What servers of known kinds say first, or are asked first. */
final class Greeting {
  private Greeting() {}

  static Conversation.Talk of(KnownServer server) {
    return switch (server) {
      case POSTGRES -> new PostgresStart();
      case MYSQL -> new MysqlHandshake();
      case REDIS -> new RedisPing();
      case KAFKA -> new KafkaVersions();
      case RABBITMQ -> new AmqpStart();
    };
  }
}
