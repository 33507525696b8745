package dev.fermata.cli.scenario;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Changes of files must reach containers, of the built binary on a real engine. */
class WatchIT {
  private static final String STACK =
      """
      services:
        web:
          image: busybox
          init: true
          command: sh -c "mkdir -p /app /var/sub; ln -s /var/sub /app/sub; exec sleep 1000"
          stop_grace_period: 1s
          develop:
            watch:
              - {action: sync, path: ./src, target: /app, ignore: ["*.log"]}
              - {action: sync+restart, path: ./web.conf, target: /etc/web.conf}
              - action: sync+exec
                path: ./reload
                target: /reload
                exec: {command: sh -c "echo reloaded $$(ls /reload)"}
        built:
          build: .
          image: ${IMAGE}
          init: true
          stop_grace_period: 1s
          develop: {watch: [{action: rebuild, path: ./version}]}
        follower:
          image: busybox
          init: true
          command: sleep 1000
          stop_grace_period: 1s
          depends_on: {built: {condition: service_started, restart: true}}
      """;
  private static final String DOCKERFILE =
      """
      FROM busybox
      COPY version /version
      RUN ! grep -q bad /version
      CMD ["sleep", "1000"]
      """;

  private final Scenario scenario = Scenario.of(STACK);

  WatchIT() {
    scenario.with("IMAGE", scenario.project() + "-built").write("Dockerfile", DOCKERFILE);
    scenario.with("XDG_RUNTIME_DIR", scenario.folder().toString());
    scenario.write("version", "1");
    file("src/there", "from the beginning");
  }

  @AfterEach
  void removeImage() {
    scenario.close();
    scenario.dockerClient("rmi", "-f", scenario.project() + "-built");
  }

  private Path path(String name) {
    return scenario.folder().resolve(name);
  }

  private void file(String name, String text) {
    try {
      Files.createDirectories(path(name).getParent());
      Files.writeString(path(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String inside(String service, String... command) {
    var words = new ArrayList<>(List.of("exec", name(service)));
    words.addAll(List.of(command));
    return scenario.dockerClient(words.toArray(String[]::new)).out().strip();
  }

  private String name(String service) {
    return scenario.project() + "-" + service + "-1";
  }

  private String started(String service) {
    return scenario.docker("inspect", "-f", "{{.State.StartedAt}}", name(service));
  }

  private static void until(Callable<Boolean> reached) {
    await().atMost(40, SECONDS).pollInterval(Duration.ofMillis(50)).until(reached);
  }

  private void untilSaid(String text) {
    until(() -> scenario.written("out").contains(text));
  }

  private static void interrupt(Process process) throws InterruptedException {
    process.toHandle().destroy();
    assertThat(process.waitFor(30, SECONDS)).isTrue();
  }

  @Test
  void what_changes_must_be_in_the_containers_of_now() throws Exception {
    Process watch = scenario.start("watch", "web");
    untilSaid("Watch enabled");

    file("src/a", "made");
    until(() -> inside("web", "cat", "/app/a").equals("made"));
    file("src/.a.tmp", "put in place");
    Files.move(path("src/.a.tmp"), path("src/a"), StandardCopyOption.ATOMIC_MOVE);
    file("src/new/folder/b", "deep");
    until(() -> inside("web", "cat", "/app/new/folder/b").equals("deep"));
    assertThat(inside("web", "cat", "/app/a")).isEqualTo("put in place");
    file("src/sub/c", "through a link");
    until(() -> inside("web", "cat", "/var/sub/c").equals("through a link"));
    file("src/no.log", "ignored");
    Files.delete(path("src/new/folder/b"));
    Files.delete(path("src/new/folder"));
    until(() -> inside("web", "ls", "/app/new").isEmpty());
    assertThat(inside("web", "ls", "/app")).doesNotContain("no.log");

    scenario.fermata("up", "-d", "--force-recreate", "web").mustSucceed();
    for (int i = 0; i < 5000; i++) {
      file("src/many/m" + i, "text");
    }
    until(() -> inside("web", "sh", "-c", "ls /app/many | wc -l").equals("5000"));
    assertThat(scenario.written("out")).containsOnlyOnce("Large batch of file changes detected.");

    String before = started("web");
    file("web.conf", "conf");
    untilSaid("service(s) [\"web\"] restarted");
    assertThat(started("web")).isNotEqualTo(before);
    assertThat(inside("web", "cat", "/etc/web.conf")).isEqualTo("conf");

    file("reload/it", "now");
    untilSaid("reloaded it");

    CommandRun second = scenario.fermata("watch", "web").mustFail();
    assertThat(second.err())
        .contains(
            "cannot take exclusive lock for project \"%s\": process with PID %d is still running"
                .formatted(scenario.project(), watch.pid()));
    interrupt(watch);
    assertThat(watch.exitValue()).isEqualTo(130);
    assertThat(scenario.containers()).containsExactly(name("web") + " running");
    assertThat(path(scenario.project() + ".pid")).doesNotExist();
  }

  @Test
  void an_image_must_be_built_again_and_its_container_made_of_it() throws Exception {
    Process up = scenario.start("up", "--watch", "--abort-on-container-exit", "built", "follower");
    untilSaid("Watch enabled");
    String before = started("follower");

    file("version", "2");
    until(() -> inside("built", "cat", "/version").equals("2"));
    untilSaid("service(s) [\"built\"] successfully built");
    until(() -> !started("follower").equals(before));

    file("version", "bad");
    untilSaid("Build failed. Error: ");
    assertThat(inside("built", "cat", "/version")).isEqualTo("2");

    file("version", "3");
    until(() -> inside("built", "cat", "/version").equals("3"));
    assertThat(up.isAlive()).isTrue();
    interrupt(up);
    assertThat(up.exitValue()).isEqualTo(130);
    assertThat(scenario.containers())
        .containsExactly(name("built") + " exited", name("follower") + " exited");
  }
}
