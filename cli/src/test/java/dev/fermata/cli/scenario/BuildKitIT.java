package dev.fermata.cli.scenario;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;

/** Builds must have all that BuildKit can do, with nothing but the engine. */
class BuildKitIT {
  private static final String MARKER = "marker-4711-of-a-secret";

  @Test
  void stages_copy_from_each_other_and_arguments_reach_them() {
    try (var scenario = built("args: {WORD: hello}\n      target: last", "COPY in.txt /in.txt")) {
      scenario
          .write("in.txt", "from the context\n")
          .write(
              "Dockerfile",
              """
              FROM busybox AS first
              ARG WORD
              COPY in.txt /in.txt
              RUN echo $WORD > /word
              FROM busybox AS last
              COPY --from=first /word /in.txt /
              FROM last
              RUN exit 1
              """);

      scenario.fermata("build").mustSucceed();

      assertThat(inImage(scenario, "cat /word /in.txt")).isEqualTo("hello\nfrom the context");
    }
  }

  @Test
  void a_secret_is_mounted_and_found_nowhere_afterwards() {
    try (var scenario =
        built(
            "secrets: [token]\nsecrets: {token: {environment: TOKEN}}",
            "RUN --mount=type=secret,id=token wc -c < /run/secrets/token > /length")) {
      scenario.with("TOKEN", MARKER);

      var run = scenario.fermata("build").mustSucceed();

      assertThat(run.all()).doesNotContain(MARKER);
      assertThat(scenario.docker("history", "--no-trunc", image(scenario))).doesNotContain(MARKER);
      assertThat(scenario.docker("inspect", image(scenario))).doesNotContain(MARKER);
      assertThat(inImage(scenario, "cat /length")).isEqualTo(String.valueOf(MARKER.length()));
    }
  }

  @Test
  void a_secret_that_cannot_be_read_is_told_with_its_file() {
    try (var scenario =
        built(
            "secrets: [token]\nsecrets: {token: {file: ./gone}}",
            "RUN --mount=type=secret,id=token,required true")) {
      var run = scenario.fermata("build").mustFail();

      assertThat(run.err()).contains("gone");
    }
  }

  @Test
  void an_agent_is_there_for_the_steps_that_ask_for_it() throws Exception {
    Path socket = Files.createTempDirectory("agent").resolve("s");
    try (var agent = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        var scenario =
            built("ssh: [default]", "RUN --mount=type=ssh test -S $SSH_AUTH_SOCK && : > /there")) {
      agent.bind(UnixDomainSocketAddress.of(socket));

      scenario.with("SSH_AUTH_SOCK", socket.toString()).fermata("build").mustSucceed();

      assertThat(inImage(scenario, "ls /there")).isEqualTo("/there");
    } finally {
      Files.deleteIfExists(socket);
      Files.deleteIfExists(socket.getParent());
    }
  }

  @Test
  void a_cache_mount_keeps_its_files_between_builds() {
    String id = "fermata-it-" + System.nanoTime();
    try (var scenario =
        built(
            "args: {N: $N}",
            "ARG N\nRUN --mount=type=cache,id="
                + id
                + ",target=/c"
                + " echo $N >> /c/x; cat /c/x > /seen")) {
      scenario.with("N", "1").fermata("build").mustSucceed();
      scenario.with("N", "2").fermata("build").mustSucceed();

      assertThat(inImage(scenario, "cat /seen")).isEqualTo("1\n2");
    }
  }

  @Test
  void named_contexts_are_folders_and_images() throws Exception {
    try (var scenario =
        built(
            "additional_contexts: {more: ./more, tools: 'docker-image://busybox'}",
            "COPY --from=more m.txt /\nCOPY --from=tools /bin/busybox /tools/cat")) {
      Files.createDirectory(scenario.folder().resolve("more"));
      scenario.write("more/m.txt", "more\n");

      var run = scenario.fermata("build");

      if (EngineRelease.of(scenario).isBefore(23)) {
        assertThat(run.mustFail().err()).contains("engine 23 or newer has it");
        return;
      }
      run.mustSucceed();

      assertThat(inImage(scenario, "/tools/cat /m.txt")).isEqualTo("more");
    }
  }

  @Test
  void a_host_may_be_the_gateway_to_the_engine() {
    try (var scenario =
        built("extra_hosts: ['gate=host-gateway']", "RUN grep gate /etc/hosts > /gate")) {
      var run = scenario.fermata("build");

      if (EngineRelease.of(scenario).isBefore(23)) {
        assertThat(run.mustFail().err()).contains("takes the address itself as well");
        return;
      }
      run.mustSucceed();
      assertThat(inImage(scenario, "cat /gate")).matches("(?s)[0-9.]+\\s+gate");
    }
  }

  /** The engine keeps a copy of each folder, and compares times and sizes alone. */
  @Test
  void folders_that_differ_in_a_files_content_only_never_get_each_others_files() throws Exception {
    var compose =
        """
        services:
          one: {image: $ONE, build: ./one}
          two: {image: $TWO, build: ./two}
        """;
    try (var scenario = Scenario.of(compose)) {
      String one = "fermata-it/" + scenario.project() + "-1";
      String two = "fermata-it/" + scenario.project() + "-2";
      scenario.with("ONE", one).with("TWO", two);
      for (String name : new String[] {"one", "two"}) {
        Files.createDirectory(scenario.folder().resolve(name));
        scenario
            .write(name + "/Dockerfile", "FROM busybox\nCOPY f /f\n")
            .write(name + "/f", name + "\n");
        Files.setLastModifiedTime(
            scenario.folder().resolve(name).resolve("f"), FileTime.fromMillis(1_000_000_000_000L));
      }
      try {
        scenario.fermata("build", "one").mustSucceed();
        scenario.fermata("build", "two").mustSucceed();

        assertThat(scenario.docker("run", "--rm", one, "cat", "/f")).isEqualTo("one");
        assertThat(scenario.docker("run", "--rm", two, "cat", "/f")).isEqualTo("two");
      } finally {
        scenario.dockerClient("rmi", "-f", one, two);
      }
    }
  }

  @Test
  void a_step_that_fails_is_told_with_its_line_and_its_output() {
    try (var scenario = built("network: none", "RUN echo before; \\\n  exit 7")) {
      var run = scenario.fermata("build").mustFail();

      assertThat(run.err()).contains("exit code 7", "before");
      if (!EngineRelease.of(scenario).isBefore(23)) {
        assertThat(run.err()).contains("Dockerfile:2");
      }
    }
  }

  @Test
  void an_interrupt_ends_the_step_and_leaves_no_image() throws Exception {
    try (var scenario = built("network: none", "RUN echo begun-$((6*7)); exec sleep 61")) {
      Process building = scenario.start("build");
      await()
          .atMost(60, SECONDS)
          .until(() -> (scenario.written("out") + scenario.written("err")).contains("begun-42"));

      new ProcessBuilder("kill", "-INT", Long.toString(building.pid())).start().waitFor();

      assertThat(building.waitFor(10, SECONDS)).isTrue();
      assertThat(building.exitValue()).isEqualTo(130);
      assertThat(scenario.docker("images", "-q", image(scenario))).isEmpty();
    }
  }

  /** {@code lines} follow {@code FROM}, {@code attributes} what a build says. */
  private static Scenario built(String attributes, String lines) {
    var scenario =
        Scenario.of(
            """
            services:
              web:
                image: $IMAGE
                build:
                  context: .
                  %s
            """
                .formatted(attributes));
    return scenario
        .with("IMAGE", image(scenario))
        .write("Dockerfile", "FROM busybox\n" + lines + "\n");
  }

  private static String image(Scenario scenario) {
    return "fermata-it/" + scenario.project();
  }

  private static String inImage(Scenario scenario, String command) {
    try {
      return scenario.docker("run", "--rm", image(scenario), "sh", "-c", command).strip();
    } finally {
      scenario.dockerClient("rmi", "-f", image(scenario));
    }
  }
}
