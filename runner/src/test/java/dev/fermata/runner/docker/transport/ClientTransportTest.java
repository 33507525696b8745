package dev.fermata.runner.docker.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ClientTransportTest {
  private static final Outgoing GET = Outgoing.call("GET", "/info");

  private final CountDownLatch called = new CountDownLatch(1);
  private final CountDownLatch never = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);

  private final class Answer implements DockerHttpClient.Response {
    private final InputStream body;

    Answer(String body) {
      this.body = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int getStatusCode() {
      return 200;
    }

    @Override
    public Map<String, List<String>> getHeaders() {
      return Map.of("content-type", List.of("text/plain"));
    }

    @Override
    public InputStream getBody() {
      return body;
    }

    @Override
    public void close() {
      closed.countDown();
    }
  }

  private static ClientTransport transport(
      Function<DockerHttpClient.Request, DockerHttpClient.Response> client) {
    var http =
        new DockerHttpClient() {
          @Override
          public Response execute(Request request) {
            return client.apply(request);
          }

          @Override
          public void close() {
            throw new IllegalStateException("it is its owner's to close");
          }
        };
    return new ClientTransport(http, "tcp://somewhere:2375");
  }

  private DockerHttpClient.Response hang() {
    called.countDown();
    try {
      never.await();
      throw new IllegalStateException("nobody releases it");
    } catch (InterruptedException e) {
      throw new UncheckedIOException(new IOException("interrupted", e));
    }
  }

  @Test
  void the_answer_is_handed_through_and_closed_at_its_end() throws Exception {
    try (var transport = transport(request -> new Answer(request.method() + request.path()))) {
      Reply reply = transport.send(GET);

      assertThat(reply.header("Content-Type")).contains("text/plain");
      assertThat(reply.getBody().readAllBytes()).asString().isEqualTo("GET/info");
      closed.await();
    }
  }

  @Test
  void a_body_that_is_written_is_read_by_the_client() throws Exception {
    var put = Outgoing.call("PUT", "/x");
    var body =
        new Outgoing.Written(out -> out.write("hello".getBytes(StandardCharsets.UTF_8)), "x");
    try (var transport = transport(request -> new Answer(read(request.body())))) {
      assertThat(transport.send(put.withBody(body)).getBody().readAllBytes())
          .asString()
          .isEqualTo("hello");
    }
  }

  /** Often: the end of the body and its failure came from one thread, and the end came first. */
  @RepeatedTest(200)
  void a_body_that_cannot_be_made_fails_the_call_instead_of_ending_the_body() throws Exception {
    var body =
        new Outgoing.Written(
            out -> {
              throw new IOException("the file is gone");
            },
            "application/x-tar");
    try (var transport = transport(request -> new Answer(read(request.body())))) {
      assertThatThrownBy(() -> transport.send(Outgoing.call("PUT", "/x").withBody(body)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("the file is gone");
    }
  }

  private static String read(InputStream body) {
    try {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void a_deadline_ends_a_client_that_knows_none() throws Exception {
    try (var transport = transport(request -> hang())) {
      assertThatThrownBy(() -> transport.send(GET.within(Duration.ofMillis(1))))
          .isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void closing_ends_the_wait_for_an_answer_that_has_not_begun() throws Exception {
    try (var transport = transport(request -> hang())) {
      Exchange exchange = transport.exchange(GET);
      var told = new AtomicReference<Throwable>();
      Thread waiting =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  exchange.reply();
                } catch (IOException e) {
                  told.set(e);
                }
              });
      called.await();

      exchange.close();
      waiting.join();

      assertThat(told.get()).isInstanceOf(AsynchronousCloseException.class);
    }
  }

  @Test
  void an_answer_that_comes_when_nobody_waits_any_more_is_closed() throws Exception {
    var release = new CountDownLatch(1);
    try (var transport =
        transport(request -> {
          called.countDown();
          awaitUninterruptibly(release);
          return new Answer("late");
        })) {
      Exchange exchange = transport.exchange(GET);
      exchange.begin();
      called.await();
      exchange.close();

      release.countDown();

      closed.await();
      assertThatThrownBy(exchange::reply).isInstanceOf(AsynchronousCloseException.class);
    }
  }

  /** As a client that does not care for interrupts. */
  private static void awaitUninterruptibly(CountDownLatch latch) {
    boolean reached = false;
    while (!reached) {
      try {
        latch.await();
        reached = true;
      } catch (InterruptedException e) {
        reached = false;
      }
    }
  }

  @Test
  void nobody_at_the_address_is_told_as_unreachable_whatever_the_client_wraps_it_in()
      throws Exception {
    try (var transport =
        transport(request -> {
          throw new IllegalStateException(new ConnectException("refused"));
        })) {
      assertThatThrownBy(() -> transport.send(GET))
          .isInstanceOf(UnreachableException.class)
          .hasMessageContaining("tcp://somewhere:2375");
    }
  }

  @Test
  void an_error_of_the_client_reaches_the_caller() throws Exception {
    try (var transport =
        transport(request -> {
          throw new NoClassDefFoundError("com/example/Missing");
        })) {
      assertThatThrownBy(() -> transport.send(GET))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("com/example/Missing");
    }
  }
}
