package dev.fermata.runner.docker.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.runner.docker.transport.ScriptedServer.Peer;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class HttpTransportTest {
  private static final Outgoing GET = Outgoing.call("GET", "/x");
  private static final Outgoing POST =
      Outgoing.call("POST", "/x").withJson("{}".getBytes(StandardCharsets.UTF_8));

  private ScriptedServer server;
  private HttpTransport transport;

  @BeforeEach
  void open() throws IOException {
    server = new ScriptedServer();
    transport = new HttpTransport(server.address());
  }

  @AfterEach
  void close() {
    transport.close();
    server.close();
  }

  private String get(Outgoing request) throws IOException {
    try (Reply reply = transport.send(request)) {
      return reply.getStatusCode()
          + " "
          + new String(reply.getBody().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void forEver(Peer peer) throws IOException {
    peer.rest();
  }

  @Test
  void short_calls_share_one_connection() throws IOException {
    server.then(peer -> {
      peer.request();
      peer.answer(200, "a");
      peer.request();
      peer.answer(404, "b");
      peer.request();
      peer.say("HTTP/1.1 304 Not Modified\r\n\r\n");
      peer.request();
      peer.answer(409, "c");
    });
    assertThat(get(GET)).isEqualTo("200 a");
    assertThat(get(GET)).isEqualTo("404 b");
    assertThat(get(GET)).isEqualTo("304 ");
    assertThat(get(GET)).isEqualTo("409 c");
  }

  @Test
  void a_head_answer_has_no_body_whatever_its_length_says() throws IOException {
    server.then(peer -> {
      peer.request();
      peer.say("HTTP/1.1 200 OK\r\nApi-Version: 1.41\r\nContent-Length: 0\r\n\r\n");
    });
    try (Reply reply = transport.send(Outgoing.call("HEAD", "/_ping"))) {
      assertThat(reply.header("api-version")).contains("1.41");
    }
  }

  @Test
  void chunks_are_joined_and_their_connection_is_kept() throws IOException {
    server.then(peer -> {
      peer.request();
      peer.say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
      peer.say("b;x=y\r\ndefghijklmn\r\n0\r\nTrailer: t\r\n\r\n");
      peer.request();
      peer.answer(200, "again");
    });
    assertThat(get(GET)).isEqualTo("200 abcdefghijklmn");
    assertThat(get(GET)).isEqualTo("200 again");
    assertThat(transport.openConnections()).isEqualTo(1);
  }

  @Test
  void a_kept_connection_that_died_is_replaced_once() throws IOException {
    server
        .then(peer -> {
          peer.request();
          peer.answer(200, "first");
        })
        .then(peer -> {
          peer.request();
          peer.answer(200, "second");
        });
    assertThat(get(GET)).isEqualTo("200 first");
    server.awaitClosed(1);
    assertThat(get(POST)).isEqualTo("200 second");
  }

  @Test
  void what_only_reads_is_asked_again_where_a_kept_connection_dies_under_it() throws IOException {
    server
        .then(HttpTransportTest::answerOnceAndDie)
        .then(peer -> {
          peer.request();
          peer.answer(200, "second");
        });
    assertThat(get(GET)).isEqualTo("200 first");
    assertThat(get(GET)).isEqualTo("200 second");
  }

  /** The engine may have made the container, and would make a second one. */
  @Test
  void what_changes_something_is_never_sent_twice() throws IOException {
    server
        .then(HttpTransportTest::answerOnceAndDie)
        .then(peer -> {
          peer.request();
          peer.answer(200, "twice");
        });
    assertThat(get(GET)).isEqualTo("200 first");
    assertThatThrownBy(() -> get(POST)).isInstanceOf(IOException.class);
  }

  private static void answerOnceAndDie(Peer peer) throws IOException {
    peer.request();
    peer.answer(200, "first");
    peer.request();
  }

  @Test
  void a_fresh_connection_that_dies_is_a_failure() {
    server.then(Peer::request);
    assertThatThrownBy(() -> get(GET)).hasMessageContaining("closed the connection");
    assertThat(transport.openConnections()).isZero();
  }

  @Test
  void an_answer_that_breaks_off_is_not_asked_for_again() throws IOException {
    server.then(peer -> {
      peer.request();
      peer.answer(200, "first");
      peer.request();
      peer.say("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
    });
    get(GET);
    assertThatThrownBy(() -> get(GET)).hasMessageContaining("in the middle of an answer");
  }

  @Test
  void a_silent_server_meets_the_deadline() {
    server.then(HttpTransportTest::forEver);
    assertThatThrownBy(() -> get(GET.within(Duration.ofMillis(50))))
        .isInstanceOf(SocketTimeoutException.class);
    assertThat(transport.openConnections()).isZero();
  }

  @Test
  void a_body_that_stalls_meets_the_deadline() {
    server.then(peer -> {
      peer.say("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
      peer.rest();
    });
    assertThatThrownBy(() -> get(GET.within(Duration.ofMillis(50))))
        .isInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void a_call_is_cancelled_before_its_answer_begins() throws Exception {
    var asked = new CountDownLatch(1);
    server.then(peer -> {
      peer.request();
      asked.countDown();
      peer.rest();
    });
    Exchange exchange = transport.exchange(Outgoing.stream("GET", "/events"));
    var outcome = new CompletableFuture<Throwable>();
    Thread.ofVirtual().start(() -> record(exchange, outcome));
    asked.await();
    exchange.close();
    assertThat(outcome.get()).isInstanceOf(ClosedChannelException.class);
    assertThat(transport.openConnections()).isZero();
  }

  @Test
  void a_call_that_was_cancelled_never_begins() {
    Exchange exchange = transport.exchange(GET);
    exchange.close();
    assertThatThrownBy(exchange::reply).isInstanceOf(AsynchronousCloseException.class);
    assertThat(transport.openConnections()).isZero();
  }

  @Test
  void an_interrupt_ends_a_call() throws Exception {
    var asked = new CountDownLatch(1);
    server.then(peer -> {
      peer.request();
      asked.countDown();
      peer.rest();
    });
    var outcome = new CompletableFuture<Throwable>();
    Thread caller = Thread.ofVirtual().start(() -> record(transport.exchange(GET), outcome));
    asked.await();
    caller.interrupt();
    assertThat(outcome.get()).isInstanceOf(ClosedByInterruptException.class);
  }

  @SuppressWarnings("CatchingUnchecked")
  private static void record(Exchange exchange, CompletableFuture<Throwable> outcome) {
    try {
      exchange.reply();
      outcome.complete(new IllegalStateException("answered"));
    } catch (IOException e) {
      outcome.complete(e);
    }
  }

  @Test
  void closing_a_stream_from_another_thread_ends_its_reader() throws Exception {
    var reading = new CountDownLatch(1);
    server.then(peer -> {
      peer.request();
      peer.say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n");
      peer.rest();
    });
    Reply reply = transport.send(Outgoing.stream("GET", "/events"));
    assertThat(reply.getBody().read()).isEqualTo('a');
    var outcome = new CompletableFuture<Throwable>();
    Thread.ofVirtual()
        .start(() -> {
          reading.countDown();
          try {
            outcome.complete(new IllegalStateException("read " + reply.getBody().read()));
          } catch (IOException e) {
            outcome.complete(e);
          }
        });
    reading.await();
    reply.close();
    assertThat(outcome.get()).isInstanceOf(IOException.class);
  }

  @Test
  void a_hijacked_connection_can_be_closed_in_one_direction() throws IOException {
    server.then(peer -> {
      assertThat(peer.request()).contains("Upgrade: tcp");
      peer.say("HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n");
      peer.say("you said: " + peer.rest());
    });
    try (HttpReply reply = transport.exchange(Outgoing.hijack("/exec/1/start")).reply()) {
      reply.write(ByteBuffer.wrap("hello".getBytes(StandardCharsets.UTF_8)));
      reply.endInput();
      assertThat(new String(reply.getBody().readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo("you said: hello");
    }
    assertThat(transport.openConnections()).isZero();
  }

  @Test
  void a_refusal_is_heard_although_the_body_was_not_taken() throws IOException {
    server.then(peer -> {
      peer.request();
      peer.answer(400, "no");
    });
    Outgoing big =
        Outgoing.stream("POST", "/build")
            .withBody(
                new Outgoing.Written(
                    out -> {
                      for (int i = 0; i < 1000; i++) {
                        out.write(new byte[100_000]);
                      }
                    },
                    "application/x-tar"));
    assertThat(get(big)).isEqualTo("400 no");
  }

  @Test
  void a_body_that_cannot_be_made_ends_the_call() {
    server.then(HttpTransportTest::forEver);
    Outgoing failing =
        Outgoing.stream("POST", "/build")
            .withBody(
                new Outgoing.Written(
                    out -> {
                      throw new IOException("unreadable");
                    },
                    "application/x-tar"));
    assertThatThrownBy(() -> get(failing)).hasMessage("unreadable");
    assertThat(transport.openConnections()).isZero();
  }

  @Test
  void an_absent_socket_is_named() {
    try (var nowhere = new HttpTransport(new Address.Unix(Path.of("/nowhere/s").toString()))) {
      assertThatThrownBy(() -> nowhere.send(GET))
          .isInstanceOf(UnreachableException.class)
          .hasMessageContaining("unix:///nowhere/s");
    }
  }

  @Test
  void many_threads_leave_a_few_connections() throws Exception {
    for (int i = 0; i < 200; i++) {
      server.then(peer -> {
        while (true) {
          peer.request();
          peer.answer(200, "ok");
        }
      });
    }
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls = new ArrayList<java.util.concurrent.Future<String>>();
      for (int i = 0; i < 200; i++) {
        calls.add(executor.submit(() -> get(GET)));
      }
      for (var call : calls) {
        assertThat(call.get()).isEqualTo("200 ok");
      }
    }
    assertThat(transport.openConnections()).isBetween(1, 12);
  }

  @Test
  void a_call_after_the_close_is_told_that_it_is_closed() {
    transport.close();

    assertThatThrownBy(() -> get(GET)).isInstanceOf(ClosedChannelException.class);
  }
}
