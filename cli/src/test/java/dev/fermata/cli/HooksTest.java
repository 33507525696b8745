package dev.fermata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.planner.observed.ContainerState;
import dev.fermata.runner.engine.ExecRequest;
import dev.fermata.runner.engine.ExecRequest.Privileges;
import dev.fermata.runner.engine.ExecResult;
import dev.fermata.runner.testing.FakeContainer;
import dev.fermata.runner.testing.FakeEngine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code pre_start}, {@code post_start} and {@code pre_stop}, as their user sees them. */
final class HooksTest {
  private static final String SHOP =
      """
      name: shop
      services:
        app:
          image: busybox
          pre_start:
            - {command: prepare}
            - {image: tools, command: migrate}
          post_start:
            - {command: warm up, user: "1000", working_dir: /tmp, environment: {LEVEL: "2"}}
            - {command: announce, privileged: true}
          pre_stop:
            - {command: drain}
        web: {image: busybox, depends_on: [app]}
      """;
  private static final String FIRST = "shop-app-pre_start-0";
  private static final String SECOND = "shop-app-pre_start-1";

  private final FakeEngine engine = new FakeEngine().withImages("busybox", "tools");
  private final List<ExecRequest> execs = new CopyOnWriteArrayList<>();
  private String failing = "";

  @TempDir private Path folder;

  @BeforeEach
  void write_the_file() {
    new InProcess(folder, engine).file("compose.yaml", SHOP);
    engine.onExec("app", this::answer);
  }

  private ExecResult answer(FakeContainer container, ExecRequest request) {
    execs.add(request);
    int code = request.command().contains(failing) ? 4 : 0;
    return new ExecResult(
        OptionalInt.of(code), request.command().getFirst() + " says this\n", Duration.ofMillis(1));
  }

  private InProcess.Result run(String args) {
    return new InProcess(folder, engine).run(args.split(" "));
  }

  private List<String> changes() {
    return engine.calls().stream()
        .filter(call -> call.matches("(create|start|stop|exec|remove) .*"))
        .toList();
  }

  @Test
  void all_hooks_run_in_their_order_around_the_start_and_the_stop() {
    assertThat(run("up -d").code()).isZero();

    assertThat(changes())
        .containsSubsequence(
            "create shop-app-1",
            "start " + FIRST,
            "start " + SECOND,
            "start shop-app-1",
            "exec shop-app-1",
            "exec shop-app-1",
            "start shop-web-1")
        .contains("remove " + FIRST, "remove " + SECOND);

    assertThat(run("stop").code()).isZero();

    assertThat(changes()).containsSubsequence("exec shop-app-1", "stop shop-app-1");
    assertThat(execs)
        .extracting(exec -> exec.command().getFirst())
        .containsExactly("warm", "announce", "drain");
  }

  @Test
  void a_command_runs_as_the_file_says() {
    run("up -d");

    assertThat(execs.getFirst())
        .isEqualTo(
            new ExecRequest(
                List.of("warm", "up"),
                Optional.of("1000"),
                Optional.of("/tmp"),
                List.of("LEVEL=2"),
                Privileges.OF_CONTAINER));
    assertThat(execs.get(1).privileges()).isEqualTo(Privileges.ALL);
  }

  @Test
  void a_container_that_fails_keeps_the_service_back_and_stays() {
    engine.onHook(
        "app",
        container -> {
          container.print("cannot migrate");
          container.exit(container.name().equals(SECOND) ? 17 : 0);
        });

    InProcess.Result up = run("up -d");

    assertThat(up.code()).isEqualTo(1);
    assertThat(up.err())
        .contains("error: service \"app\" pre_start[1] exited with code 17; its container")
        .contains("  cannot migrate\n")
        .contains("not started: app, web");
    assertThat(engine.container("shop-app-1").state()).isEqualTo(ContainerState.CREATED);
    assertThat(engine.container(SECOND).state()).isEqualTo(ContainerState.EXITED);
    assertThat(run("ps -a").out()).doesNotContain("pre_start");
  }

  @Test
  void one_whose_command_after_the_start_fails_is_stopped_and_started_again_by_the_next_up() {
    failing = "announce";
    InProcess.Result up = run("up -d");

    assertThat(engine.container("shop-app-1").isRunning()).isFalse();
    assertThat(up.err())
        .contains("`shop-app-1` has been stopped again")
        .doesNotContain("started, and left as they are");
    failing = "";

    assertThat(run("up -d").code()).isZero();
    assertThat(engine.container("shop-app-1").isRunning()).isTrue();
    assertThat(engine.count("start shop-app-1")).isEqualTo(2);
    assertThat(execs)
        .extracting(exec -> exec.command().getFirst())
        .containsExactly("warm", "announce", "warm", "announce");
  }

  @Test
  void one_that_is_not_prepared_for_its_end_goes_on_and_what_ends_it_is_told() {
    run("up -d");
    failing = "drain";

    assertThat(run("stop").err()).contains("  hint: it still runs: `kill app` ends it");
    assertThat(engine.container("shop-app-1").isRunning()).isTrue();
  }

  @Test
  void the_next_up_clears_what_failed_and_runs_all_of_them_again() {
    engine.onHook("app", container -> container.exit(1));
    run("up -d");
    engine.onHook("app", container -> container.exit(0));

    assertThat(run("up -d").code()).isZero();

    assertThat(engine.container("shop-app-1").isRunning()).isTrue();
    assertThat(engine.count("start " + FIRST)).isEqualTo(2);
  }

  @Test
  void down_takes_what_failed_along() {
    engine.onHook("app", container -> container.exit(1));
    run("up -d");

    assertThat(run("down").code()).isZero();

    assertThat(engine.leftovers()).isEmpty();
  }

  @Test
  void what_create_has_made_start_runs_once() {
    assertThat(run("create").code()).isZero();
    assertThat(engine.container(FIRST).state()).isEqualTo(ContainerState.CREATED);

    assertThat(run("start").code()).isZero();
    assertThat(engine.count("start " + FIRST)).isEqualTo(1);
    run("stop");

    InProcess.Result again = run("start app");
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.err())
        .contains("service \"app\" pre_start[0]: no hook runner container found")
        .contains("docker compose up app");
  }

  @Test
  void a_command_that_fails_after_the_start_keeps_dependants_back() {
    failing = "announce";

    InProcess.Result up = run("up -d");

    assertThat(up.code()).isEqualTo(1);
    assertThat(up.err())
        .contains("error: app hook exited with status 4 (`post_start[1]` in `shop-app-1`)")
        .contains("  announce says this");
    assertThat(engine.container("shop-app-1").isRunning()).isFalse();
    assertThat(engine.container("shop-web-1").state()).isEqualTo(ContainerState.CREATED);
  }

  @Test
  void a_command_that_fails_before_the_stop_keeps_the_container_running() {
    run("up -d");
    failing = "drain";

    InProcess.Result down = run("down");

    assertThat(down.code()).isEqualTo(1);
    assertThat(down.err()).contains("app hook exited with status 4 (`pre_stop[0]`");
    assertThat(engine.container("shop-app-1").isRunning()).isTrue();
  }

  @Test
  void attached_they_are_heard() {
    engine.onHook(
        "app",
        container -> {
          container.print("prepared");
          container.exit(0);
        });
    engine.onStart("web", container -> container.exit(3));

    InProcess.Result up = run("up --abort-on-container-exit");

    assertThat(up.code()).isEqualTo(3);
    assertThat(up.out())
        .containsPattern("app pre_start\\[0] -> +\\| prepared")
        .containsPattern("app-1 -> +\\| warm says this")
        .containsPattern("app-1 -> +\\| drain says this");
  }
}
