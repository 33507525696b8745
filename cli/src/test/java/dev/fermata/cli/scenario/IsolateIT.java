package dev.fermata.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Copies of one project must be up at the same time, each for itself. */
class IsolateIT {
  private static final String STACK =
      """
      services:
        web:
          image: busybox
          init: true
          container_name: ${COMPOSE_PROJECT_NAME}-fixed
          command: sh -c 'mkdir /w; echo "$$ME" > /w/index.html; exec httpd -f -p 80 -h /w'
          environment: {ME: "${COMPOSE_PROJECT_NAME}"}
          ports: ["8080:80"]
      """;

  @Test
  void two_copies_are_up_each_on_its_own_port_and_one_leaves_the_other() {
    try (var scenario = Scenario.of(STACK)) {
      String here = scenario.project();
      try {
        scenario.fermata("--isolate=one", "up", "-d", "--wait").mustSucceed();
        String table = scenario.fermata("up", "--isolate=two", "-d").mustSucceed().out();

        String one = scenario.fermata("--isolate=one", "port", "web", "80").mustSucceed().out();
        String two = scenario.fermata("--isolate=two", "port", "web", "80").mustSucceed().out();
        assertThat(one).isNotEqualTo(two);
        assertThat(table).contains("127.0.0.1:" + two.strip().replaceFirst(".*:", ""));
        assertThat(said(scenario, "one")).isEqualTo(here + "-one\n");
        assertThat(said(scenario, "two")).isEqualTo(here + "-two\n");

        scenario.fermata("--isolate=one", "down").mustSucceed();
        assertThat(scenario.fermata("--isolate=one", "ps", "-aq").mustSucceed().out()).isEmpty();
        assertThat(said(scenario, "two")).isEqualTo(here + "-two\n");
      } finally {
        scenario.fermata("--isolate=one", "down", "-t", "0");
        scenario.fermata("--isolate=two", "down", "-t", "0");
      }
    }
  }

  private static String said(Scenario scenario, String copy) {
    return scenario
        .fermata(
            "--isolate=" + copy, "exec", "-T", "web", "wget", "-qO-", "http://127.0.0.1/index.html")
        .mustSucceed()
        .out();
  }
}
