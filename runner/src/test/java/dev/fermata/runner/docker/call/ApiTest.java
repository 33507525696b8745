package dev.fermata.runner.docker.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import dev.fermata.runner.docker.location.ApiVersion;
import dev.fermata.runner.docker.location.EngineLocation;
import dev.fermata.runner.docker.transport.Address;
import dev.fermata.runner.docker.transport.ScriptedServer;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ApiTest {
  private final LinkedBlockingQueue<String> asked = new LinkedBlockingQueue<>();
  private ScriptedServer server;

  @BeforeEach
  void open() throws IOException {
    server = new ScriptedServer();
  }

  @AfterEach
  void close() {
    server.close();
  }

  private Api api(Optional<ApiVersion> pinned) {
    return new Api(new EngineLocation(server.address(), "the test"), pinned);
  }

  private void speaks(String version, int status, String answer) {
    server.then(peer -> {
      while (true) {
        String line = peer.request().lines().findFirst().orElse("");
        asked.add(line);
        if (line.startsWith("HEAD")) {
          peer.say("HTTP/1.1 200 OK\r\nApi-Version: " + version + "\r\n\r\n");
        } else {
          peer.say("HTTP/1.1 " + status + " X\r\nContent-Type: application/json\r\n");
          peer.say("Content-Length: " + answer.length() + "\r\n\r\n" + answer);
        }
      }
    });
  }

  @Test
  void a_call_may_want_a_newer_version_than_is_spoken_otherwise() {
    speaks("1.57", 200, "{}");
    try (Api api = api(Optional.empty())) {
      assertThat(api.version(new ApiVersion(1, 40))).isEqualTo(Api.NEWEST);
      assertThat(api.version(new ApiVersion(1, 56))).isEqualTo(new ApiVersion(1, 56));
      assertThat(api.version(new ApiVersion(1, 58))).isEqualTo(new ApiVersion(1, 57));
    }
    speaks("1.44", 200, "{}");
    try (Api api = api(Optional.empty())) {
      assertThat(api.version(new ApiVersion(1, 56))).isEqualTo(new ApiVersion(1, 44));
    }
    try (Api api = api(Optional.of(new ApiVersion(1, 41)))) {
      assertThat(api.version(new ApiVersion(1, 56))).isEqualTo(new ApiVersion(1, 41));
    }
  }

  @Test
  void the_older_of_both_versions_is_spoken_and_asked_for_once() {
    speaks("1.43", 200, "{\"a\":[1,null,\"x\"]}");
    try (Api api = api(Optional.empty())) {
      assertThat(api.get(Query.of("/info")).at("a").items()).hasSize(3);
      api.get(Query.of("/containers/{}/json", "a b/c").with("all", "1"));
    }
    assertThat(asked)
        .containsExactly(
            "HEAD /_ping HTTP/1.1",
            "GET /v1.43/info HTTP/1.1",
            "GET /v1.43/containers/a%20b/c/json?all=1 HTTP/1.1");
  }

  @Test
  void the_engines_time_is_what_it_told_when_it_was_asked_for_its_version() {
    speaks("1.43\r\nDate: Thu, 01 Jan 2026 12:00:00 GMT", 200, "{}");
    try (Api api = api(Optional.empty())) {
      assertThat(api.engineTime())
          .isCloseTo(Instant.parse("2026-01-01T12:00:00Z"), within(1, ChronoUnit.MINUTES));
    }
  }

  @Test
  void a_newer_engine_is_spoken_to_in_our_version() {
    speaks("1.99", 200, "{}");
    try (Api api = api(Optional.empty())) {
      assertThat(api.version()).isEqualTo(Api.NEWEST);
    }
  }

  @Test
  void a_pinned_version_is_not_negotiated() {
    speaks("1.43", 200, "{}");
    try (Api api = api(Optional.of(ApiVersion.of("1.41")))) {
      api.get(Query.of("/info"));
    }
    assertThat(asked).containsExactly("GET /v1.41/info HTTP/1.1");
  }

  @Test
  void an_engine_that_is_too_old_is_refused() {
    speaks("1.24", 200, "{}");
    try (Api api = api(Optional.empty())) {
      EngineException failure =
          catchThrowableOfType(EngineException.class, () -> api.get(Query.of("/info")));
      assertThat(failure.kind()).isEqualTo(Kind.NOT_SUPPORTED);
      assertThat(failure).hasMessageContaining("1.24; at least 1.40 is needed");
    }
  }

  @Test
  void a_refusal_carries_the_engines_words() {
    speaks("1.43", 409, "{\"message\":\"something odd\"}");
    try (Api api = api(Optional.empty())) {
      EngineException failure =
          catchThrowableOfType(EngineException.class, () -> api.get(Query.of("/x")));
      assertThat(failure.kind()).isEqualTo(Kind.CONFLICT);
      assertThat(failure.detail()).isEqualTo("something odd");
    }
  }

  @Test
  void an_engine_that_is_not_there_is_a_question() {
    var location = new EngineLocation(new Address.Unix("/nowhere/s"), "DOCKER_HOST");
    try (var api = new Api(location, Optional.empty())) {
      EngineException failure = catchThrowableOfType(EngineException.class, api::version);
      assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
      assertThat(failure)
          .hasMessageContaining("unix:///nowhere/s (from DOCKER_HOST)")
          .hasMessageContaining("is the engine running?");
    }
  }

  @Test
  void a_host_that_nobody_knows_is_told_as_such() {
    var location = new EngineLocation(new Address.Tcp("nobody.invalid", 2375), "DOCKER_HOST");
    try (var api = new Api(location, Optional.empty())) {
      EngineException failure = catchThrowableOfType(EngineException.class, api::version);
      assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
      assertThat(failure.detail()).isEqualTo("tcp://nobody.invalid:2375: there is no such host");
    }
  }
}
