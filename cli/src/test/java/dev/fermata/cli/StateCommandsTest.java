package dev.fermata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.planner.observed.ContainerState;
import dev.fermata.runner.testing.FakeContainer;
import dev.fermata.runner.testing.FakeEngine;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code create}, {@code scale}, {@code kill}, {@code pause}, {@code unpause}, {@code wait}. */
final class StateCommandsTest {
  private static final String SHOP =
      """
      name: shop
      services:
        db: {image: busybox}
        web: {image: busybox, depends_on: [db]}
        three: {image: busybox, profiles: [jobs]}
        five: {image: busybox, profiles: [jobs]}
      """;

  private final FakeEngine engine =
      new FakeEngine()
          .withImages("busybox")
          .onStart("three", container -> container.exit(3))
          .onStart("five", container -> container.exit(5));

  @TempDir private Path folder;

  @BeforeEach
  void write_the_file() {
    new InProcess(folder, engine).file("compose.yaml", SHOP);
  }

  private InProcess.Result run(String args) {
    return new InProcess(folder, engine).run(args.split(" "));
  }

  private ContainerState state(String container) {
    return engine.container(container).state();
  }

  @Test
  void create_starts_nothing_and_start_starts_it() {
    assertThat(run("create").code()).isZero();
    assertThat(state("shop-db-1")).isEqualTo(ContainerState.CREATED);
    assertThat(state("shop-web-1")).isEqualTo(ContainerState.CREATED);

    assertThat(run("start").code()).isZero();

    assertThat(state("shop-web-1")).isEqualTo(ContainerState.RUNNING);
  }

  @Test
  void create_and_up_without_start_are_the_same_plan() {
    assertThat(run("--dry-run create --scale web=2").out())
        .isEqualTo(run("plan --no-start --scale web=2").out());
  }

  @Test
  void create_takes_what_it_depends_on_along() {
    assertThat(run("create web").code()).isZero();

    assertThat(state("shop-db-1")).isEqualTo(ContainerState.CREATED);
  }

  @Test
  void scale_waits_for_what_the_service_depends_on() {
    assertThat(run("scale web=2").code()).isZero();

    assertThat(state("shop-web-2")).isEqualTo(ContainerState.RUNNING);
    assertThat(engine.calls()).containsSubsequence("start shop-db-1", "start shop-web-2");
  }

  @Test
  void scale_without_dependencies_leaves_them_alone() {
    assertThat(run("up -d --scale db=2").code()).isZero();

    assertThat(run("scale --no-deps web=2").code()).isZero();
    assertThat(state("shop-db-2")).isEqualTo(ContainerState.RUNNING);

    assertThat(run("scale web=1").code()).isZero();
    assertThat(run("ps -q").out().lines()).hasSize(2);
  }

  @Test
  void scale_says_what_is_no_number_of_containers() {
    assertThat(run("scale web").err()).contains("`web` is not SERVICE=N");
    assertThat(run("scale web=x").err()).contains("`web=x` has no number");
    assertThat(run("scale web=-1").err()).contains("`web=-1` is negative");
    assertThat(run("scale").code()).isEqualTo(1);
    assertThat(engine.leftovers()).isEmpty();
  }

  @Test
  void kill_sends_the_signal_that_is_asked_for() {
    run("up -d");

    assertThat(run("kill -s SIGHUP web").code()).isZero();
    assertThat(engine.calls()).contains("kill shop-web-1 SIGHUP");
    assertThat(state("shop-web-1")).isEqualTo(ContainerState.RUNNING);

    InProcess.Result killed = run("kill");
    assertThat(killed.err()).contains("Container shop-web-1 Killing", "Container shop-db-1 Killed");
    assertThat(state("shop-web-1")).isEqualTo(ContainerState.EXITED);
  }

  @Test
  void a_signal_that_is_none_is_told_with_its_service() {
    run("up -d");

    InProcess.Result refused = run("kill -s NO-SUCH web");

    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err())
        .contains("error: service `web` (container shop-web-1): the engine knows no signal");
  }

  @Test
  void kill_is_content_with_nothing_to_kill() {
    InProcess.Result killed = run("kill");

    assertThat(killed.code()).isZero();
    assertThat(killed.err()).isEqualTo("No container to kill\n");
  }

  @Test
  void a_service_that_is_paused_by_name_twice_is_an_error() {
    run("up -d");

    assertThat(run("pause web").err()).isEqualTo(" Container shop-web-1 Paused\n");
    InProcess.Result again = run("pause web");

    assertThat(again.code()).isEqualTo(1);
    assertThat(again.err()).contains("`shop-web-1` (service `web`) is already paused");
    assertThat(run("pause").code()).isZero();
    assertThat(state("shop-db-1")).isEqualTo(ContainerState.PAUSED);
  }

  @Test
  void unpause_lets_all_go_on_that_is_paused() {
    run("up -d");
    run("pause web");

    assertThat(run("unpause").err()).isEqualTo(" Container shop-web-1 Unpaused\n");
    assertThat(state("shop-web-1")).isEqualTo(ContainerState.RUNNING);
    assertThat(run("unpause web").code()).isEqualTo(1);
  }

  @Test
  void wait_tells_each_end_and_has_the_last_exit_code() {
    run("--profile jobs up -d three five");

    InProcess.Result waited = run("wait three five");

    assertThat(waited.out().lines())
        .containsExactlyInAnyOrder(
            "container \"%s\" exited with status code 3".formatted(id("shop-three-1")),
            "container \"%s\" exited with status code 5".formatted(id("shop-five-1")));
    String last = waited.out().lines().reduce((one, other) -> other).orElseThrow();
    assertThat(last).endsWith("code " + waited.code());
  }

  @Test
  void wait_waits_for_those_that_run_alone() throws InterruptedException {
    run("--profile jobs up -d");
    Thread ending =
        Thread.ofVirtual()
            .start(() -> {
              engine.awaitCall("wait shop-web-1");
              engine.container("shop-web-1").exit(7);
            });

    assertThat(run("wait web three").code()).isEqualTo(7);

    ending.join();
    assertThat(engine.calls()).doesNotContain("wait shop-three-1");
  }

  @Test
  void wait_takes_the_project_down_after_that() {
    run("--profile jobs up -d");

    InProcess.Result waited = run("--profile jobs wait --down-project three");

    assertThat(waited.code()).isEqualTo(3);
    assertThat(engine.leftovers()).isEmpty();
  }

  @Test
  void wait_needs_a_container() {
    InProcess.Result waited = run("wait web");

    assertThat(waited.code()).isEqualTo(1);
    assertThat(waited.err()).contains("no containers for project \"shop\"");
    assertThat(run("--dry-run wait web").err()).contains("wait is not supported in dry-run mode");
  }

  @Test
  void each_of_them_shows_its_plan_instead_where_asked_to() {
    run("up -d");
    assertThat(run("--dry-run kill -s TERM web").out())
        .isEqualTo("1  kill container shop-web-1 with TERM  asked by kill\n");
    assertThat(run("--dry-run pause web").out())
        .isEqualTo("1  pause container shop-web-1  asked by pause\n");
    assertThat(run("--dry-run scale web=0").out()).contains("remove container shop-web-1");

    assertThat(engine.calls())
        .noneMatch(call -> call.startsWith("kill ") || call.startsWith("pause "));
    assertThat(state("shop-web-1")).isEqualTo(ContainerState.RUNNING);
  }

  private String id(String container) {
    FakeContainer found = engine.container(container);
    return found.id();
  }
}
