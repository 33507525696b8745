package dev.fermata.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The file of a container must make the same container again, with its data. */
class GenerateIT {

  @Test
  void what_docker_run_has_made_goes_on_as_a_project() {
    try (var scenario =
        Scenario.of(
            """
            services:
              web: {image: busybox, command: sleep 1000, init: true, scale: 2}
            """)) {
      scenario.fermata("up", "-d", "-t", "1").mustSucceed();
      String lone = scenario.project() + "-lone";
      String label = "com.docker.compose.project=" + scenario.project();
      String volume = scenario.project() + "_kept";
      scenario.docker("volume", "create", "--label", label, volume);
      scenario.docker(
          "run",
          "-d",
          "--init",
          "--name",
          lone,
          "--label",
          label,
          "--label",
          "mine=yes",
          "--network",
          scenario.project() + "_default",
          "-v",
          volume + ":/data",
          "-e",
          "PRICE=5$USD",
          "-m",
          "64m",
          "--cap-add",
          "NET_ADMIN",
          "--restart",
          "on-failure:3",
          "busybox",
          "sh",
          "-c",
          "date > /data/made; sleep 1000");

      String web = scenario.project() + "-web-";
      CommandRun made = scenario.fermata("alpha", "generate", web + 2, lone, web + 1).mustSucceed();

      assertThat(made.out()).contains("  web:\n", "scale: 2\n", "PRICE: 5$$USD\n");
      String before = scenario.docker("exec", lone, "cat", "/data/made");
      scenario.docker("rm", "-f", lone);
      scenario.write("made.yaml", made.out());
      scenario.fermata("-f", "made.yaml", "create", lone).mustSucceed();
      String again = scenario.project() + "-" + lone + "-1";
      assertThat(
              scenario.docker(
                  "inspect",
                  "-f",
                  "{{json .Config.Cmd}} {{.HostConfig.Memory}} {{.HostConfig.RestartPolicy.Name}}"
                      + " {{index .Config.Labels \"mine\"}} {{.HostConfig.CapAdd}}",
                  again))
          .contains("sleep 1000\"] 67108864 on-failure yes", "NET_ADMIN]");
      assertThat(scenario.docker("inspect", "-f", "{{.Config.Env}}", again))
          .contains("PRICE=5$USD");
      scenario.docker("cp", again + ":/data/made", scenario.folder().resolve("copy").toString());
      assertThat(scenario.written("copy").strip()).isEqualTo(before);
    }
  }

  @Test
  void graphics_and_links_of_a_container_are_kept() {
    try (var scenario = Scenario.of("services: {web: {image: busybox, command: sleep 1000}}")) {
      scenario.fermata("up", "-d", "-t", "1").mustSucceed();
      String web = scenario.project() + "-web-1";
      String asking = scenario.project() + "-asking";
      String label = "com.docker.compose.project=" + scenario.project();
      String gpus = "\"device=0,1\",\"capabilities=utility\"";
      scenario.docker("create", "--name", asking, "--label", label, "--gpus", gpus, "busybox");

      CommandRun made = scenario.fermata("alpha", "generate", asking).mustSucceed();

      assertThat(made.out())
          .contains("    gpus:\n      - device_ids:\n          - \"0\"\n          - \"1\"\n")
          .contains("        capabilities:\n          - utility\n");
      assertThat(scenario.fermata("alpha", "generate", web).mustSucceed().out())
          .doesNotContain("gpus", "blkio_config", "external_links");
    }
  }

  @Test
  void a_container_that_is_not_there_is_told_by_its_name() {
    try (var scenario = Scenario.of("services: {}\n")) {
      CommandRun run = scenario.fermata("alpha", "generate", scenario.project()).mustFail();

      assertThat(run.out()).isEmpty();
      assertThat(run.err())
          .startsWith(
              "error: no container(s) found with the following name(s): " + scenario.project());
    }
  }
}
