package dev.fermata.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Services of other programs, jobs, and files that are not mounted, by a real engine. */
class ProgramsIT {
  private static final String STACK =
      """
      services:
        db:
          provider: {type: cloud, options: {size: 10}}
        web:
          image: busybox
          init: true
          command: sleep 1000
          stop_grace_period: 1s
          depends_on: [db]
          use_api_socket: true
          secrets: [{source: key, uid: "1000", gid: "1001", mode: 0440}]
      jobs:
        migrate:
          image: busybox
          command: sh -c "echo migrates $$DB_URL"
          depends_on: [db, web]
          triggers: {manual: true}
      secrets:
        key: {file: key.txt}
      """;

  private static final String PROVIDER =
      """
      #!/bin/sh
      [ "$2" = metadata ] && { echo '{"description":"x","stop":{}}'; exit; }
      echo "$@" >> called
      echo '{"type":"info","message":"preparing '$SIZE'"}'
      [ "$3" = up ] && echo '{"type":"setenv","message":"URL=https://'$SIZE'"}'
      exit 0
      """;

  private static String path(Path folder) {
    return folder + ":" + System.getenv("PATH");
  }

  private static Scenario scenario() {
    Scenario scenario =
        Scenario.of(STACK)
            .write("cloud", PROVIDER)
            .write(".env", "SIZE=small\n")
            .write("key.txt", "secret")
            .write("config.json", "{\"auths\":{\"a.example\":{\"auth\":\"dTpw\"}}}");
    assertThat(scenario.folder().resolve("cloud").toFile().setExecutable(true)).isTrue();
    return scenario
        .with("PATH", path(scenario.folder()))
        .with("DOCKER_CONFIG", scenario.folder().toString());
  }

  private static CommandRun call(Scenario scenario, String... args) {
    var all = new ArrayList<>(List.of("-f", "compose.yaml"));
    all.addAll(List.of(args));
    return scenario.fermata(all.toArray(String[]::new)).mustSucceed();
  }

  @Test
  void what_others_give_is_in_the_container() {
    try (Scenario scenario = scenario()) {
      String web = scenario.project() + "-web-1";
      assertThat(call(scenario, "up", "-d").err()).contains(" Service db preparing small\n");

      assertThat(scenario.docker("exec", web, "sh", "-c", "echo $DB_URL"))
          .isEqualTo("https://small");
      assertThat(scenario.docker("exec", web, "stat", "-c", "%a %u %g", "/run/secrets/key"))
          .isEqualTo("440 1000 1001");
      assertThat(
              scenario.docker(
                  "exec", web, "stat", "-c", "%a %u", "/run/secrets/docker/config.json"))
          .isEqualTo("600 0");
      assertThat(scenario.docker("exec", web, "cat", "/run/secrets/docker/config.json"))
          .contains("a.example");

      assertThat(call(scenario, "up", "-d").err()).contains("up to date");
      assertThat(call(scenario, "run", "--rm", "migrate").out()).contains("migrates https://small");

      scenario.with("SIZE", "large");
      assertThat(call(scenario, "up", "-d").err()).contains("environment.DB_URL changed");
      call(scenario, "stop");
      call(scenario, "down");
      assertThat(scenario.shell("cat called").out())
          .contains("compose --project-name=" + scenario.project() + " up db")
          .contains(" stop db")
          .contains(" down db");
    }
  }
}
