package dev.fermata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.runner.engine.build.DockerfilePlace;
import dev.fermata.runner.engine.build.DockerfileWarning;
import dev.fermata.runner.testing.FakeEngine;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BuildCommandTest {
  private static final String TEXT = "FROM busybox\n\tMAINTAINER me\n";

  @TempDir private Path folder;
  private final FakeEngine engine = new FakeEngine();
  private InProcess program;

  @BeforeEach
  void write() {
    program =
        new InProcess(folder, engine)
            .file("Dockerfile", TEXT)
            .file(
                "compose.yaml",
                """
                name: shop
                services:
                  web:
                    image: shop/web:1
                    build:
                      context: .
                      args: {A: "<$${a}>"}
                      additional_contexts: {base: "service:lib.x"}
                      secrets: [token, {source: named, target: id}]
                      ssh: [k=/tmp/k]
                      shm_size: 1m
                      ulimits: {nofile: {soft: 10, hard: 20}, nproc: 5}
                      extra_hosts: ["a=1.2.3.4", "a=1.2.3.5"]
                      privileged: true
                      platforms: [linux/amd64, linux/arm64]
                      provenance: mode=max
                  lib.x: {build: {dockerfile_inline: "FROM scratch"}}
                  pulled: {image: busybox}
                secrets:
                  token: {environment: TOKEN}
                  named: {file: ./named}
                """)
            .file("named", "x");
  }

  @Test
  void print_writes_what_bake_builds_by_and_calls_no_engine() {
    InProcess.Result print = program.run("build", "--print", "--ssh", "default", "web");

    assertThat(print.out()).isEqualTo(expected());
    assertThat(engine.calls()).isEmpty();
  }

  @Test
  void flags_are_for_what_a_named_service_is_built_from_as_well() {
    InProcess.Result print = program.run("build", "--print", "--build-arg", "Z=1", "web");

    assertThat(print.out().split("\"Z\": \"1\"", -1)).hasSize(3);
  }

  private String expected() {
    return """
    {
      "group": {
        "default": {
          "targets": [
            "lib_x",
            "web"
          ]
        }
      },
      "target": {
        "lib_x": {
          "context": "%1$s",
          "dockerfile-inline": "FROM scratch",
          "labels": {
            "com.docker.compose.project": "shop",
            "com.docker.compose.service": "lib.x",
            "com.docker.compose.version": "0.1.0"
          },
          "tags": [
            "shop-lib.x"
          ],
          "ssh": [
            "default="
          ],
          "output": [
            "type=docker"
          ]
        },
        "web": {
          "context": "%1$s",
          "contexts": {
            "base": "target:lib_x"
          },
          "dockerfile": "%1$s/Dockerfile",
          "args": {
            "A": "\\u003c$${a}\\u003e"
          },
          "labels": {
            "com.docker.compose.project": "shop",
            "com.docker.compose.service": "web",
            "com.docker.compose.version": "0.1.0"
          },
          "tags": [
            "shop/web:1"
          ],
          "secret": [
            "id=id,type=file,src=%1$s/named",
            "id=token,type=env,env=TOKEN"
          ],
          "ssh": [
            "default=",
            "k=/tmp/k"
          ],
          "platforms": [
            "linux/amd64",
            "linux/arm64"
          ],
          "shm-size": "1048576",
          "ulimits": [
            "nofile=10:20",
            "nproc=5"
          ],
          "entitlements": [
            "security.insecure"
          ],
          "extra-hosts": {
            "a": "1.2.3.4,1.2.3.5"
          },
          "output": [
            "type=image,push=false"
          ],
          "attest": [
            "type=provenance,mode=max"
          ]
        }
      }
    }
    """
        .formatted(folder);
  }

  @Test
  void check_shows_each_doubt_once_with_its_place_and_fails() {
    engine.withDoubt(
        new DockerfileWarning(
            "MaintainerDeprecated",
            "Maintainer instruction is deprecated in favor of using label",
            "https://docs.docker.com/go/dockerfile/rule/maintainer-deprecated/",
            Optional.of(new DockerfilePlace(folder + "/Dockerfile", 2, 2, TEXT))));

    InProcess.Result check = program.run("build", "--check");

    assertThat(check.code()).isEqualTo(1);
    assertThat(check.out())
        .isEqualTo(
            """
            Dockerfile:2:2: warning: Maintainer instruction is deprecated in favor of using label [MaintainerDeprecated]
                2 | \tMAINTAINER me
                  | \t^^^^^^^^^^^^^
              hint: see https://docs.docker.com/go/dockerfile/rule/maintainer-deprecated/
            Check complete, 1 warning has been found!
            """);
  }

  @Test
  void check_of_a_sound_dockerfile_succeeds() {
    InProcess.Result check = program.run("build", "--check", "lib.x");

    assertThat(check.out()).isEqualTo("Check complete, no warnings found.\n");
    assertThat(check.code()).isZero();
  }

  @Test
  void an_agent_is_the_users_own_or_has_a_path() {
    assertThat(program.run("build", "--ssh", "foo").err())
        .isEqualTo("error: `--ssh` is `default` or `ID=PATH`, not `foo`\n");
  }
}
