package dev.fermata.runner.ready;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.model.ready.KnownServer;
import dev.fermata.model.ready.ReadyCheck;
import dev.fermata.model.ready.ReadyCheck.Http.Transport;
import dev.fermata.model.ready.StatusRange;
import dev.fermata.model.ready.TextMatch;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What servers answer, and what is made of it. */
@Timeout(60)
class TalkTest {
  private static final int PORT = 4711;

  /** What a server says once it has been asked for something, or as soon as somebody connects. */
  private static Reply asked(Conversation.Talk talk, String answer) throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var client = new Socket(server.getInetAddress(), server.getLocalPort());
        var accepted = server.accept()) {
      accepted.getOutputStream().write(answer.getBytes(ISO_8859_1));
      accepted.shutdownOutput();
      client.setSoTimeout(30_000);
      return talk.on(new Line(client, PORT, Duration.ZERO));
    }
  }

  private static Reply asked(KnownServer server, String answer) throws IOException {
    return asked(Greeting.of(server), answer);
  }

  private static void isReady(Reply reply) {
    assertThat(reply).isEqualTo(Reply.READY);
  }

  private static void isNot(Reply reply, String why) {
    assertThat(reply)
        .isInstanceOfSatisfying(
            Reply.NotYet.class, notYet -> assertThat(notYet.why()).contains(why));
  }

  private static String refusal(String code, String message) {
    String fields = "SFATAL\0C" + code + "\0M" + message + "\0\0";
    return "E\0\0\0" + (char) (fields.length() + 4) + fields;
  }

  @Test
  void postgres_that_wants_a_password_is_ready() throws IOException {
    isReady(asked(KnownServer.POSTGRES, "R\0\0\0\10\0\0\0\12"));
  }

  @Test
  void postgres_that_knows_no_such_user_or_database_is_ready() throws IOException {
    isReady(asked(KnownServer.POSTGRES, refusal("28000", "role does not exist")));
    isReady(asked(KnownServer.POSTGRES, refusal("3D000", "database does not exist")));
  }

  @Test
  void postgres_that_starts_up_says_so() throws IOException {
    isNot(
        asked(KnownServer.POSTGRES, refusal("57P03", "the database system is starting up")),
        "the database system is starting up");
  }

  @Test
  void what_speaks_otherwise_is_not_the_server_that_was_meant() throws IOException {
    String http = "HTTP/1.1 400 Bad Request\r\n\r\n";
    isNot(asked(KnownServer.POSTGRES, http), "is not PostgreSQL");
    isNot(asked(KnownServer.MYSQL, "\4\0\0\0SSH-"), "is not MySQL");
    isNot(asked(KnownServer.REDIS, http), "is not Redis");
    isNot(asked(KnownServer.KAFKA, http), "is not Kafka");
    isNot(asked(KnownServer.RABBITMQ, http), "is not RabbitMQ");
  }

  @Test
  void mysql_is_ready_once_it_greets() throws IOException {
    isReady(asked(KnownServer.MYSQL, "\6\0\0\0\n8.4.0"));
    isReady(asked(KnownServer.MYSQL, "\5\0\0\0\u00ffj\4no"));
    isNot(asked(KnownServer.MYSQL, "\13\0\0\0\u00ff\20\4too many"), "too many");
  }

  @Test
  void redis_that_wants_a_password_is_ready_and_one_that_loads_is_not() throws IOException {
    isReady(asked(KnownServer.REDIS, "+PONG\r\n"));
    isReady(asked(KnownServer.REDIS, "-NOAUTH Authentication required.\r\n"));
    isNot(
        asked(KnownServer.REDIS, "-LOADING Redis is loading the dataset in memory\r\n"),
        "LOADING Redis is loading");
  }

  @Test
  void kafka_answers_by_its_versions() throws IOException {
    isReady(asked(KnownServer.KAFKA, "\0\0\0\12ferm\0\0\0\0\0\0"));
    isNot(asked(KnownServer.KAFKA, "\0\0\0\12ferm\0\51\0\0\0\0"), "error 41");
  }

  @Test
  void rabbitmq_begins_the_connection() throws IOException {
    isReady(asked(KnownServer.RABBITMQ, "\1\0\0\0\0\1\0\0\12\0\12\0\11"));
    isReady(asked(KnownServer.RABBITMQ, "AMQP\0\0\11\1"));
  }

  private static ReadyCheck.Http http(String status, String... body) {
    return new ReadyCheck.Http(
        80,
        "/health",
        List.of(StatusRange.of(status).orElseThrow()),
        List.of(body).stream().findFirst().map(TextMatch::new),
        Transport.PLAIN);
  }

  @Test
  void an_http_answer_is_judged_by_its_status() throws IOException {
    String busy = "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n";
    isReady(asked(new HttpGet(http("200-299")), "HTTP/1.1 204 No Content\r\n\r\n"));
    isReady(asked(new HttpGet(http("503")), busy));
    isNot(
        asked(new HttpGet(http("200")), busy),
        "GET /health at port 80 is answered with HTTP/1.1 503 Service Unavailable");
    isNot(asked(new HttpGet(http("200")), "SSH-2.0-x\r\n\r\n"), "not HTTP");
  }

  @Test
  void an_http_answer_is_judged_by_its_body() throws IOException {
    String plain = "HTTP/1.1 200 OK\r\nContent-Length: 15\r\n\r\n{\"status\":\"UP\"}";
    String chunked =
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"sta\r\na\r\ntus\":\"UP\"}\r\n0\r\n\r\n";
    isReady(asked(new HttpGet(http("200", "/\"status\": ?\"up\"/i")), plain));
    isReady(asked(new HttpGet(http("200", "status\":\"UP")), chunked));
    isNot(asked(new HttpGet(http("200", "DOWN")), plain), "is answered without DOWN in it");
  }

  @Test
  @SuppressWarnings("try") // The far end closes while the near one is asked.
  void a_port_that_is_forwarded_counts_when_it_stays_open() throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var client = new Socket(server.getInetAddress(), server.getLocalPort());
        var accepted = server.accept()) {
      isReady(new Accepts().on(new Line(client, PORT, Duration.ofMillis(50))));
      accepted.close();
      assertThatThrownBy(() -> new Accepts().on(new Line(client, PORT, Duration.ofSeconds(30))))
          .isInstanceOf(EOFException.class);
    }
  }
}
