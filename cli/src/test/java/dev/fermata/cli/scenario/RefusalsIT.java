package dev.fermata.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an engine refuses must be told with the service, the thing, and who has it. */
class RefusalsIT {
  private static final String HOLDING =
      """
      services:
        holder:
          image: busybox
          command: sleep 1000
          init: true
          ports: ["127.0.0.1::80"]
          networks: {held: {ipv4_address: 10.95.7.50}}
          volumes: [held:/held]
      networks:
        held: {ipam: {config: [{subnet: 10.95.7.0/24}]}}
      volumes:
        held: {}
      """;

  private final Scenario holding = Scenario.of(HOLDING);
  private final String holder = "container `" + holding.project() + "-holder-1`";

  @BeforeEach
  void hold() {
    holding.fermata("up", "-d").mustSucceed();
  }

  @AfterEach
  void release() {
    holding.close();
  }

  private static String refusal(String compose) {
    try (var scenario = Scenario.of(compose)) {
      CommandRun run = scenario.fermata("up", "-d");
      assertThat(run.exitCode()).isEqualTo(1);
      return run.err().replace(scenario.project(), "PROJECT");
    }
  }

  private static String web(String attributes) {
    return "services:\n  web:\n    image: busybox\n    command: sleep 1000\n" + attributes;
  }

  @Test
  void a_port() {
    String port = holding.docker("port", holding.project() + "-holder-1", "80");
    String number = port.substring(port.lastIndexOf(':') + 1);
    assertThat(refusal(web("    ports: ['127.0.0.1:" + number + ":80']")))
        .contains("web")
        .contains(number)
        .contains(holding.project() + "-holder-1");
  }

  @Test
  void a_missing_secret_file_is_named_as_a_secret() {
    assertThat(refusal(web("    secrets: [key]\nsecrets: {key: {file: /nowhere/key}}\n")))
        .contains(
            "secret `key` has no file: `/nowhere/key` does not exist, and service `web` needs it",
            "hint: create it");
    assertThat(refusal(web("    configs: [page]\nconfigs: {page: {file: /nowhere/page}}\n")))
        .contains("config `page` has no file: `/nowhere/page`");
  }

  @Test
  void an_address() {
    String network = holding.project() + "_held";
    String compose =
        web("    networks: {x: {ipv4_address: 10.95.7.50}}\n")
            + "networks: {x: {external: true, name: "
            + network
            + "}}";
    assertThat(refusal(compose))
        .contains(
            "error: service `web` (container PROJECT-web-1): the address `10.95.7.50` on the network"
                + " `"
                + network
                + "` is already in use by "
                + holder);
  }

  @Test
  void a_subnet() {
    String compose = web("") + "networks: {default: {ipam: {config: [{subnet: 10.95.0.0/16}]}}}";
    assertThat(refusal(compose))
        .contains(
            "error: network PROJECT_default: the network's subnet `10.95.0.0/16` overlaps with"
                + " `10.95.7.0/24` of the network `"
                + holding.project()
                + "_held`");
  }

  @Test
  void a_name() {
    String name = holding.project() + "-holder-1";
    assertThat(refusal(web("    container_name: " + name)))
        .contains("web")
        .contains(name)
        .contains(holding.project());
  }

  @Test
  void a_network_and_a_volume_that_others_use() {
    String name = holding.project() + "-guest";
    holding.docker(
        "run",
        "-d",
        "--rm",
        "--name",
        name,
        "--network",
        holding.project() + "_held",
        "-v",
        holding.project() + "_held:/x",
        "busybox",
        "sleep",
        "1000");

    String told = holding.fermata("down", "-v").err();
    holding.docker("rm", "-f", name);

    String guest = "container `" + name + "`";
    assertThat(told)
        .contains("Network " + holding.project() + "_held Resource is still in use by " + guest)
        .contains("Volume " + holding.project() + "_held Resource is still in use by " + guest)
        .doesNotContain("_held Removed");
  }

  @Test
  void a_network_that_was_lost() {
    try (var scenario = Scenario.of(web("    networks: [back]\nnetworks: {back: {}}"))) {
      scenario.fermata("up", "--no-start").mustSucceed();
      scenario.docker("network", "rm", scenario.project() + "_back");

      assertThat(scenario.fermata("start").err())
          .contains(
              "error: service `web` (container %1$s-web-1): the network `%1$s_back`, which it is to"
                  .formatted(scenario.project()))
          .doesNotContainPattern("[0-9a-f]{64}");
    }
  }

  @Test
  void a_program_that_a_check_needs() {
    String compose =
        web("    healthcheck: {test: [CMD, nope], interval: 1s, timeout: 2s, retries: 2}");
    try (var scenario = Scenario.of(compose)) {
      assertThat(scenario.fermata("up", "-d", "--wait").err())
          .contains("check (by the engine): nope -> could not be run")
          .contains("likely: the command of the check is not in the image")
          .doesNotContain("hangs");
    }
  }

  @Test
  void a_container_that_has_ended_is_no_check_that_failed() {
    String compose =
        """
        services:
          db:
            image: busybox
            command: sh -c "sleep 0.7; exit 3"
            healthcheck: {test: [CMD, "false"], interval: 1s, retries: 20}
          web: {image: busybox, command: sleep 9, depends_on: {db: {condition: service_healthy}}}
        """;
    assertThat(refusal(compose))
        .contains("db-1 exited (3)")
        .contains("check: false -> exit code 1")
        .doesNotContain("OCI runtime")
        .doesNotContain("could not be run");
  }
}
