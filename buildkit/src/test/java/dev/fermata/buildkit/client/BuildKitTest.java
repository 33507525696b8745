package dev.fermata.buildkit.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.fermata.buildkit.Serving;
import dev.fermata.buildkit.Serving.Folder;
import dev.fermata.buildkit.Solve;
import dev.fermata.buildkit.SolveException;
import dev.fermata.buildkit.Solved;
import dev.fermata.buildkit.files.FolderSender;
import dev.fermata.buildkit.grpc.Methods;
import dev.fermata.buildkit.message.Bytes;
import dev.fermata.buildkit.message.Credentials;
import dev.fermata.buildkit.message.Empty;
import dev.fermata.buildkit.message.Health;
import dev.fermata.buildkit.message.Message;
import dev.fermata.buildkit.message.Text;
import dev.fermata.buildkit.message.Worker;
import dev.fermata.buildkit.status.LineRange;
import dev.fermata.buildkit.status.Status;
import dev.fermata.buildkit.status.Vertex;
import io.grpc.CallOptions;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class BuildKitTest {
  private static final Message SOLVED =
      out -> out.map(1, Map.of("containerimage.digest", "sha256:1"));
  private static final Message STARTED =
      out ->
          out.message(
              1,
              vertex ->
                  vertex
                      .text(1, "sha256:v")
                      .text(3, "[1/2] RUN")
                      .message(5, time -> time.number(1, 9)));

  private final List<Status> told = new CopyOnWriteArrayList<>();

  @Test
  void a_solve_sends_what_is_asked_and_gives_what_is_answered() throws IOException {
    var asked = new CompletableFuture<FakeEngine.Running>();
    Solved solved =
        solve(
            serving(),
            running -> {
              asked.complete(running);
              return SOLVED;
            });

    assertThat(solved.digest()).contains("sha256:1");
    var request = asked.join().request();
    assertThat(request.text(6)).isEqualTo("dockerfile.v0");
    assertThat(request.map(7)).containsEntry("target", "base");
    assertThat(request.texts(9)).containsExactly("network.host");
  }

  @Test
  void an_exporter_is_told_to_old_and_to_new_engines() throws IOException {
    var asked = new CompletableFuture<FakeEngine.Running>();
    solve(
        serving(),
        running -> {
          asked.complete(running);
          return SOLVED;
        });

    var request = asked.join().request();
    assertThat(request.text(3)).isEqualTo("moby");
    assertThat(request.map(4)).containsEntry("name", "a:b");
    assertThat(request.messages(13, exporter -> exporter.text(1))).containsExactly("moby");
    assertThat(request.messages(13, exporter -> exporter.map(2).get("name")))
        .containsExactly("a:b");
  }

  @Test
  void what_the_engine_tells_is_handed_on_before_the_solve_ends() throws IOException {
    solve(
        serving(),
        running -> {
          running.tell(STARTED);
          return SOLVED;
        });

    assertThat(told)
        .flatExtracting(Status::vertices)
        .extracting(Vertex::name)
        .containsExactly("[1/2] RUN");
  }

  @Test
  void a_session_answers_for_its_health_and_gives_logins() throws IOException {
    var got = new ArrayList<Object>();
    solve(
        serving(),
        running -> {
          got.add(call(running, Methods.HEALTH, new Empty()));
          got.add(call(running, Methods.CREDENTIALS, new Text("reg:5000")));
          got.add(call(running, Methods.CREDENTIALS, new Text("other")));
          return SOLVED;
        });

    assertThat(got)
        .containsExactly(Health.SERVING, new Credentials("me", "pass"), new Credentials("", ""));
  }

  @Test
  void a_secret_is_given_and_one_that_nobody_has_is_not_found() throws IOException {
    var got = new ArrayList<Object>();
    solve(
        serving(),
        running -> {
          got.add(call(running, Methods.GET_SECRET, new Text("known")));
          assertThatThrownBy(() -> call(running, Methods.GET_SECRET, new Text("unknown")))
              .isInstanceOf(StatusRuntimeException.class)
              .hasMessage("NOT_FOUND: the build has no secret `unknown`");
          return SOLVED;
        });

    assertThat(got).containsExactly(new Bytes(ByteBuffer.wrap("s3cret".getBytes(UTF_8))));
  }

  @Test
  void an_agent_is_spoken_to_through_the_session() throws Exception {
    Path folder = Files.createTempDirectory("agent");
    Path socket = folder.resolve("s");
    var answer = new CompletableFuture<String>();
    try (var agent = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      agent.bind(UnixDomainSocketAddress.of(socket));
      Thread.ofVirtual().start(() -> answer(agent));
      solve(
          serving(new TreeMap<>(Map.of("default", socket))),
          running -> {
            call(running, Methods.CHECK_AGENT, new Text(""));
            answer.complete(FakeReceiver.talk(running.session(), "ping"));
            return SOLVED;
          });
    } finally {
      Files.delete(socket);
      Files.delete(folder);
    }

    assertThat(answer.join()).isEqualTo("pong to ping");
  }

  private static void answer(ServerSocketChannel agent) {
    try (SocketChannel client = agent.accept()) {
      var asked = ByteBuffer.allocate(100);
      while (client.read(asked) >= 0) {
        // Up to the end.
      }
      client.write(UTF_8.encode("pong to "));
      client.write(asked.flip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void an_agent_that_nobody_has_is_not_found() throws IOException {
    solve(
        serving(),
        running -> {
          assertThatThrownBy(() -> call(running, Methods.CHECK_AGENT, new Text("")))
              .hasMessage("NOT_FOUND: the build has no SSH agent `default`");
          return SOLVED;
        });
  }

  @Test
  void what_fails_on_our_side_is_the_reason_that_the_caller_gets() {
    var serving =
        new Serving(
            "key",
            new TreeMap<>(),
            id -> {
              throw new IllegalStateException("the disk is gone");
            },
            new TreeMap<>(),
            host -> Optional.empty());

    assertThatThrownBy(() ->
            solve(
                serving,
                running -> {
                  call(running, Methods.GET_SECRET, new Text("any"));
                  return SOLVED;
                }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the disk is gone");
  }

  @Test
  void a_session_offers_all_that_it_serves() throws IOException {
    try (var engine = new FakeEngine(running -> SOLVED)) {
      solve(serving(), engine);

      assertThat(engine.offer().sharedKey()).isEqualTo("key");
      assertThat(engine.offer().methods())
          .contains(
              "/grpc.health.v1.Health/Check",
              "/moby.filesync.v1.FileSync/DiffCopy",
              "/moby.filesync.v1.Auth/Credentials",
              "/moby.buildkit.secrets.v1.Secrets/GetSecret",
              "/moby.sshforward.v1.SSH/CheckAgent",
              "/moby.sshforward.v1.SSH/ForwardAgent");
    }
  }

  @Test
  void the_details_of_a_failure_name_its_step_its_place_and_its_exit_code() {
    String dockerfile = Base64.getEncoder().encodeToString("FROM a\nRUN b\n".getBytes(UTF_8));
    String source =
        """
        {"info":{"filename":"Dockerfile","data":"%s","definition":{"def":["x"]}},
         "ranges":[{"start":{"line":2},"end":{"line":2}}]}\
        """
            .formatted(dockerfile);

    assertThatThrownBy(() ->
            solve(
                serving(),
                running -> {
                  throw failure(
                      Map.of(
                          "errdefs.Vertex+json", "{\"digest\":\"sha256:v\"}",
                          "errdefs.Source+json", source,
                          "gatewayapi.ExitMessage+json", "{\"Code\":7}",
                          "stack.Stack+json", "no JSON at all"));
                }))
        .isInstanceOfSatisfying(
            SolveException.class,
            e -> {
              assertThat(e).hasMessage("exit code: 7");
              assertThat(e.details().vertex()).contains("sha256:v");
              assertThat(e.details().exitCode()).contains(7);
              assertThat(e.details().sources())
                  .containsExactly(
                      new SolveException.Source(
                          "Dockerfile", "FROM a\nRUN b\n", List.of(new LineRange(2, 2))));
            });
  }

  @Test
  void an_interrupt_cancels_the_solve_and_hears_it_to_its_end() throws Exception {
    var begun = new CountDownLatch(1);
    var ended = new CompletableFuture<Boolean>();
    try (var engine =
        new FakeEngine(running -> {
          running.tell(STARTED);
          begun.countDown();
          running.cancelled().await();
          // The session must be there as long as steps end.
          ended.complete(call(running, Methods.HEALTH, new Empty()).equals(Health.SERVING));
          running.tell(STARTED);
          return SOLVED;
        })) {
      var failure = new CompletableFuture<Throwable>();
      Thread caller =
          Thread.ofPlatform()
              .start(() -> {
                try {
                  solve(serving(), engine);
                } catch (IOException | RuntimeException e) {
                  failure.complete(e);
                }
              });
      begun.await();
      await().until(() -> !told.isEmpty());
      caller.interrupt();

      assertThat(failure.get()).isInstanceOf(ClosedByInterruptException.class);
      assertThat(ended.get()).isTrue();
      assertThat(told).hasSize(2);
    }
  }

  @Test
  void a_folder_is_sent_when_it_is_asked_for() throws IOException {
    var got = new CompletableFuture<Map<String, String>>();
    solve(
        serving(),
        running -> {
          got.complete(new FakeReceiver(running.session()).receive("context"));
          return SOLVED;
        });

    assertThat(got.join()).isEqualTo(Map.of("a.txt", "one", "b.txt", "two"));
  }

  @Test
  void a_long_list_of_patterns_fits() throws IOException {
    var got = new CompletableFuture<Map<String, String>>();
    List<String> patterns = new ArrayList<>(List.of("b*"));
    for (int i = 0; i < 20_000; i++) {
      patterns.add("some/folder/that/is/ignored/" + i);
    }
    solve(
        serving(),
        running -> {
          got.complete(new FakeReceiver(running.session()).receive("context", patterns));
          return SOLVED;
        });

    assertThat(got.join()).isEqualTo(Map.of("a.txt", "one"));
  }

  @Test
  void a_folder_that_nobody_offered_is_not_found() throws IOException {
    solve(
        serving(),
        running -> {
          assertThatThrownBy(() -> new FakeReceiver(running.session()).receive("other"))
              .hasMessageContaining("NOT_FOUND: no folder `other` is there");
          return SOLVED;
        });
  }

  @Test
  void workers_tell_their_labels_and_platforms() throws IOException {
    try (var engine = new FakeEngine(running -> SOLVED);
        var buildKit = new BuildKit(engine, new FolderSender())) {
      assertThat(buildKit.workers())
          .containsExactly(
              new Worker("w", new TreeMap<>(Map.of("label", "value")), List.of("linux/arm64")));
    }
  }

  private Solved solve(Serving serving, FakeEngine.Builder builder) throws IOException {
    try (var engine = new FakeEngine(builder)) {
      return solve(serving, engine);
    }
  }

  private Solved solve(Serving serving, FakeEngine engine) throws IOException {
    try (var buildKit = new BuildKit(engine, new FolderSender())) {
      return buildKit.solve(solve(), serving, told::add);
    }
  }

  private static Solve solve() {
    return new Solve(
        "dockerfile.v0",
        new TreeMap<>(Map.of("target", "base")),
        List.of(new Solve.Entry("moby", new TreeMap<>(Map.of("name", "a:b")))),
        List.of(),
        List.of(),
        new TreeSet<>(List.of("network.host")));
  }

  private static Serving serving() {
    return serving(new TreeMap<>());
  }

  private static Serving serving(SortedMap<String, Path> agents) {
    var files = new TreeMap<String, byte[]>();
    files.put("a.txt", "one".getBytes(UTF_8));
    files.put("b.txt", "two".getBytes(UTF_8));
    Function<String, Optional<byte[]>> secrets =
        id -> id.equals("known") ? Optional.of("s3cret".getBytes(UTF_8)) : Optional.empty();
    return new Serving(
        "key",
        new TreeMap<>(Map.of("context", new Folder.InMemory(files))),
        secrets,
        agents,
        host ->
            host.equals("reg:5000")
                ? Optional.of(new Serving.Login("me", "pass"))
                : Optional.empty());
  }

  private static <I, O> O call(
      FakeEngine.Running running, MethodDescriptor<I, O> method, I request) {
    return ClientCalls.blockingUnaryCall(running.session(), method, CallOptions.DEFAULT, request);
  }

  private static StatusRuntimeException failure(Map<String, String> details) {
    Message status =
        out ->
            details.forEach((type, value) ->
                out.message(
                    3,
                    any ->
                        any.text(1, "github.com/moby/buildkit/" + type)
                            .bytes(2, ByteBuffer.wrap(value.getBytes(UTF_8)))));
    var trailers = new Metadata();
    trailers.put(
        Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER),
        status.encoded());
    return io.grpc.Status.UNKNOWN.withDescription("exit code: 7").asRuntimeException(trailers);
  }
}
