package dev.fermata.runner.docker.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.ProjectName;
import dev.fermata.runner.docker.call.Api;
import dev.fermata.runner.docker.location.ApiVersion;
import dev.fermata.runner.docker.location.EngineLocation;
import dev.fermata.runner.docker.transport.ScriptedServer;
import dev.fermata.runner.engine.EngineEvent;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ProjectEventsTest {
  private static final ProjectName PROJECT = new ProjectName("p");
  private static final Instant NOW = Instant.ofEpochSecond(100);
  private final LinkedBlockingQueue<String> asked = new LinkedBlockingQueue<>();
  private ScriptedServer server;
  private Api api;

  @BeforeEach
  void open() throws IOException {
    server = new ScriptedServer();
    var location = new EngineLocation(server.address(), "the test");
    api = new Api(location, Optional.of(ApiVersion.of("1.41")));
  }

  @AfterEach
  void close() {
    api.close();
    server.close();
  }

  private static String event(String action, long nanos) {
    return "{\"Type\":\"container\",\"Action\":\"%s\",\"Actor\":{\"ID\":\"c\",\"Attributes\":{}},\"timeNano\":%d}"
        .formatted(action, nanos);
  }

  private static void send(ScriptedServer.Peer peer, String event) throws IOException {
    peer.say(Integer.toHexString(event.length()) + "\r\n" + event + "\r\n");
  }

  private void answers(String event) {
    server.then(peer -> {
      asked.add(peer.request().lines().findFirst().orElse(""));
      peer.say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
      send(peer, event);
    });
  }

  @Test
  void a_lost_stream_goes_on_after_the_last_event() throws InterruptedException {
    answers(event("start", 100_000_000_007L));
    answers(event("health_status: healthy", 100_000_000_009L));
    try (var events = ProjectEvents.open(api, PROJECT, NOW)) {
      assertThat(events.next()).map(EngineEvent::action).contains("start");
      var next = events.next().orElseThrow();
      assertThat(next.action()).isEqualTo("health_status");
      assertThat(next.detail()).isEqualTo("healthy");
      assertThat(next.time()).isEqualTo(Instant.ofEpochSecond(100, 9));
    }
    assertThat(asked.take()).contains("since=100.000000000&");
    assertThat(asked.take()).contains("since=100.000000008&");
  }

  @Test
  void opening_does_not_wait_for_the_answer_and_closing_ends_a_reader() throws Exception {
    server.then(ScriptedServer.Peer::rest);
    var events = ProjectEvents.open(api, PROJECT, NOW);
    var reader = Thread.ofVirtual().start(() -> assertThat(events.next()).isEmpty());
    events.close();
    assertThat(reader.join(java.time.Duration.ofSeconds(5))).isTrue();
    assertThat(events.next()).isEmpty();
  }
}
