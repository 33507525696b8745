package dev.fermata.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.Project;
import dev.fermata.model.ServiceName;
import dev.fermata.model.canonical.Changes;
import dev.fermata.model.source.Span;
import dev.fermata.planner.plan.Plan;
import dev.fermata.planner.plan.PlanResult;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.request.UpOptions;
import dev.fermata.planner.text.PlanText;
import dev.fermata.runner.Budgets;
import dev.fermata.runner.Stack;
import dev.fermata.runner.docker.DockerEngine;
import dev.fermata.runner.engine.ObserveRequest;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A project made in Java must come up behind its gates, be compared like a file's, and go. */
class InJavaIT {

  @Test
  void it_comes_up_is_compared_and_goes() throws Exception {
    int port = freePort();
    String name = "in-java-" + UUID.randomUUID().toString().substring(0, 8);
    Project project = InJava.project(name, port).value().orElseThrow();
    try (var engine = DockerEngine.connect(System.getenv())) {
      var stack = new Stack(engine, Budgets.DEFAULT);
      try {
        assertThat(InJava.up(stack, project).succeeded()).isTrue();
        assertThat(page(port)).isEqualTo("made in Java, for $0\n");
        assertThat(plan(stack, project).isEmpty()).isTrue();

        Project scaled =
            Changes.ofService(
                project,
                new ServiceName("store"),
                store -> Changes.scaled(store, 2, Span.of("the test")));
        assertThat(PlanText.of(plan(stack, scaled)))
            .contains("create container " + name + "-store-2")
            .doesNotContain("replaces");
      } finally {
        InJava.down(stack, project);
      }
      var left = engine.system().observe(ObserveRequest.of(project.name()));
      assertThat(left.containers()).isEmpty();
      assertThat(left.volumes()).isEmpty();
    }
  }

  private static Plan plan(Stack stack, Project project) {
    return switch (stack.plan(new Request.Up(project, UpOptions.DEFAULT))) {
      case PlanResult.Planned planned -> planned.plan();
      case PlanResult.Refused refused -> throw new AssertionError(refused.problems());
    };
  }

  private static String page(int port) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/")).build();
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
