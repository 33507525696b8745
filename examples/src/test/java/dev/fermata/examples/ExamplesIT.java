package dev.fermata.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.cli.scenario.Scenario;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Each example must come up whole, answer, and leave nothing when it goes. */
class ExamplesIT {

  @Test
  void hello_answers() throws Exception {
    comesUpAnswersAndGoes("hello", "HELLO_PORT");
  }

  @Test
  void shop_answers_only_when_every_part_works() throws Exception {
    String page = comesUpAnswersAndGoes("shop", "SHOP_PORT");

    assertThat(page).contains("database", "migration", "cache", "worker");
  }

  private static String comesUpAnswersAndGoes(String example, String portVariable)
      throws Exception {
    int port = freePort();
    try (var scenario = Scenario.in(Path.of(example).toAbsolutePath())) {
      scenario.with(portVariable, Integer.toString(port));
      var up = scenario.fermata("up", "-d", "--wait").mustSucceed();
      // The usual 30 s intervals are in the file; whoever waits for the engine's ticks needs
      // minutes.
      assertThat(up.took()).isLessThan(Duration.ofSeconds(90));
      var answer = get(port);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);

      var second = scenario.fermata("up", "-d").mustSucceed();
      assertThat(second.all()).contains("nothing to do");

      scenario.fermata("down", "-v").mustSucceed();
      assertThat(scenario.containers()).isEmpty();
      assertThat(scenario.networks()).isEmpty();
      assertThat(scenario.volumes()).isEmpty();
      return answer.body();
    }
  }

  private static HttpResponse<String> get(int port) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/")).build();
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
