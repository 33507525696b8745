package dev.fermata.cli.command.init;

import java.util.List;
import java.util.Optional;

/**
 * Databases and the like, which programs need and nobody writes: how each is recognised, run,
 * checked, and reached.
 */
record Store(Signs signs, Service service, Access access) {
  private static final Store POSTGRES =
      new Store(
          new Signs(
              List.of("postgres://", "postgresql://", "postgresql+"),
              List.of("psycopg", "asyncpg", "\"pg\"", "pgx", "lib/pq", "<artifactId>postgresql<")),
          new Service(
              "db",
              "postgres:17",
              Optional.of("/var/lib/postgresql/data"),
              "pg_isready -h 127.0.0.1 -U app -d app",
              List.of(
                  "POSTGRES_USER: app",
                  "POSTGRES_DB: app",
                  "POSTGRES_PASSWORD: ${DB_PASSWORD:-app}")),
          new Access("DATABASE_URL", "postgres://app:${DB_PASSWORD:-app}@db:5432/app"));
  private static final Store MYSQL =
      new Store(
          new Signs(
              List.of("mysql://", "mysql+", "jdbc:mysql:"),
              List.of(
                  "\"mysql2\"",
                  "\"mysql\"",
                  "mysqlclient",
                  "pymysql",
                  "mysql-connector",
                  "go-sql-driver")),
          new Service(
              "mysql",
              "mysql:8.4",
              Optional.of("/var/lib/mysql"),
              "mysqladmin ping -h 127.0.0.1 -u root -p$$MYSQL_ROOT_PASSWORD",
              List.of("MYSQL_DATABASE: app", "MYSQL_ROOT_PASSWORD: ${DB_PASSWORD:-app}")),
          new Access("DATABASE_URL", "mysql://root:${DB_PASSWORD:-app}@mysql:3306/app"));
  private static final Store MONGO =
      new Store(
          new Signs(
              List.of("mongodb://", "mongodb+"),
              List.of("\"mongoose\"", "\"mongodb\"", "pymongo", "mongo-driver", "data-mongodb")),
          new Service(
              "mongo",
              "mongo:8",
              Optional.of("/data/db"),
              "mongosh --quiet --eval 'db.adminCommand({ping: 1}).ok'",
              List.of()),
          new Access("MONGO_URL", "mongodb://mongo:27017/app"));
  private static final Store REDIS =
      new Store(
          new Signs(
              List.of("redis://", "rediss://"),
              List.of("\"redis\"", "\"ioredis\"", "redis==", "redis>", "go-redis", "data-redis")),
          new Service("redis", "redis:7", Optional.of("/data"), "redis-cli ping", List.of()),
          new Access("REDIS_URL", "redis://redis:6379"));
  private static final Store RABBITMQ =
      new Store(
          new Signs(
              List.of("amqp://", "amqps://"),
              List.of("\"amqplib\"", "pika", "amqp091", "starter-amqp")),
          new Service(
              "rabbitmq",
              "rabbitmq:4",
              Optional.of("/var/lib/rabbitmq"),
              "rabbitmq-diagnostics -q check_port_connectivity",
              List.of()),
          new Access("AMQP_URL", "amqp://guest:guest@rabbitmq:5672"));

  static final List<Store> ALL = List.of(POSTGRES, MYSQL, MONGO, REDIS, RABBITMQ);

  /** What begins a value in an env file, and what stands among the dependencies of a program. */
  record Signs(List<String> values, List<String> dependencies) {}

  /** How it is run; {@code data} is the folder that must not get lost. */
  record Service(
      String name, String image, Optional<String> data, String check, List<String> environment) {}

  /** The variable that it is usually found by, and how it is reached from another service. */
  record Access(String variable, String url) {}
}
