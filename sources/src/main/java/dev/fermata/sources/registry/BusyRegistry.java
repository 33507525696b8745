package dev.fermata.sources.registry;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;

/** What fails now and may well not a little later. The message says what. */
final class BusyRegistry extends IOException {
  private static final long serialVersionUID = 1L;

  private static final int TOO_MANY_REQUESTS = 429;
  private static final Set<Integer> STATUSES = Set.of(TOO_MANY_REQUESTS, 500, 502, 503, 504);

  /** Where it has no type for it. */
  private static final Set<String> JAVAS_WORDS = Set.of("Premature EOF", "Error writing to server");

  private final int status;
  private final String retryAfter;

  private BusyRegistry(String message, int status, String retryAfter) {
    super(message);
    this.status = status;
    this.retryAfter = retryAfter;
  }

  /** The reply, if it is one. */
  static Web.Reply checked(String registry, Web.Reply reply) throws BusyRegistry {
    if (STATUSES.contains(reply.status())) {
      String words =
          reply.status() == TOO_MANY_REQUESTS
              ? "`%s` has had too many requests"
              : "`%s` fails (status %d)";
      throw new BusyRegistry(
          words.formatted(registry, reply.status()),
          reply.status(),
          reply.header("retry-after").orElse(""));
    }
    return reply;
  }

  /** A connection that was there, and broke; what else went wrong is the same the next time. */
  static IOException of(String registry, IOException failure) {
    return isBroken(failure)
        ? new BusyRegistry("the connection to `%s` broke off".formatted(registry), 0, "")
        : failure;
  }

  private static boolean isBroken(IOException failure) {
    return failure instanceof EOFException
        || JAVAS_WORDS.contains(String.valueOf(failure.getMessage()))
        || failure.getClass() == SocketException.class
        || (failure instanceof SSLException
            && failure.getCause() instanceof IOException cause
            && isBroken(cause));
  }

  boolean isTooMany() {
    return status == TOO_MANY_REQUESTS;
  }

  /** How long the registry wants to be left alone: it names seconds, or a date. */
  Optional<Duration> asked(Instant now) {
    if (retryAfter.matches("\\d{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(retryAfter)));
    }
    try {
      Instant then =
          ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(Duration.between(now, then));
    } catch (DateTimeException e) {
      // It says nothing, or nothing that can be read.
      return Optional.empty();
    }
  }
}
