package dev.fermata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.planner.label.Labels;
import dev.fermata.planner.spec.ContainerSpec;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.ExecResult;
import dev.fermata.runner.testing.FakeContainer;
import dev.fermata.runner.testing.FakeEngine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run} and {@code attach} without a terminal. */
final class RunTest {
  private static final String STACK =
      """
      name: shop
      services:
        db: {image: busybox}
        web:
          image: busybox
          command: serve
          environment: {A: file, B: file}
          ports: ["80:80"]
          restart: always
          depends_on: {db: {condition: service_completed_successfully}}
        console: {image: busybox, stdin_open: true}
      """;

  @TempDir private Path folder;
  private final FakeEngine engine = new FakeEngine().withImages("busybox");
  private final List<ContainerSpec> runs = new CopyOnWriteArrayList<>();

  @BeforeEach
  void script() {
    engine.onStart("db", container -> container.exit(0));
    engine.onStart(
        "web",
        container -> {
          runs.add(container.spec());
          container.print("I was run");
          container.exit(3);
        });
  }

  private InProcess program() {
    return new InProcess(folder, engine).file("compose.yaml", STACK);
  }

  private InProcess.Result run(String... args) {
    List<String> all = new ArrayList<>(List.of("run"));
    all.addAll(List.of(args));
    return program().run(all.toArray(String[]::new));
  }

  private ContainerSpec spec() {
    return runs.getFirst();
  }

  @Test
  void the_output_and_the_code_are_those_of_the_container() {
    InProcess.Result result = run("web", "migrate", "--all");

    assertThat(result.code()).isEqualTo(3);
    assertThat(result.out()).isEqualTo("I was run\n");
    assertThat(spec().process().command()).hasValue(List.of("migrate", "--all"));
  }

  @Test
  void what_earlier_runs_have_left_is_told_of() {
    assertThat(run("web").err()).doesNotContain("orphan");

    assertThat(run("web").err())
        .contains("of a `run` that has ended; `--remove-orphans` removes such");
    assertThat(program().environment("COMPOSE_IGNORE_ORPHANS", "1").run("run", "web").err())
        .doesNotContain("orphan");
  }

  @Test
  void it_waits_for_what_the_service_needs() {
    engine.onStart("db", container -> container.exit(7));

    InProcess.Result result = run("--rm", "web");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("service \"db\" didn't complete successfully: exit 7");
    assertThat(runs).isEmpty();
    assertThat(engine.leftovers()).noneMatch(left -> left.contains("web-run"));
  }

  @Test
  void without_dependencies_nothing_else_comes_up() {
    assertThat(run("--no-deps", "web").code()).isEqualTo(3);
    assertThat(engine.leftovers()).noneMatch(left -> left.contains("shop-db"));
  }

  @Test
  void what_the_service_needs_stays_as_it_is_where_that_is_asked_for() {
    String stack = "services: {db: {image: busybox, command: %s}, web: %s}";
    String web = "{image: busybox, depends_on: [db]}";
    engine.onStart("db", container -> {});
    program().file("compose.yaml", stack.formatted("one", web)).run("up", "-d", "db");
    String before = engine.container(folder.getFileName() + "-db-1").id();
    InProcess changed =
        new InProcess(folder, engine).file("compose.yaml", stack.formatted("two", web));

    assertThat(changed.run("run", "--no-recreate", "web").code()).isEqualTo(3);
    assertThat(engine.container(folder.getFileName() + "-db-1").id()).isEqualTo(before);

    assertThat(changed.run("run", "web").code()).isEqualTo(3);
    assertThat(engine.container(folder.getFileName() + "-db-1").id()).isNotEqualTo(before);
  }

  @Test
  void a_volume_of_the_project_that_a_flag_mounts_alone_is_made_before() {
    new InProcess(folder, engine)
        .file(
            "compose.yaml",
            """
            name: shop
            services:
              db: {image: busybox, volumes: ["data:/data"]}
              web: {image: busybox, depends_on: [db]}
            volumes: {data: {}}
            """)
        .run("run", "--no-deps", "--name", "mine", "-v", "data:/x", "web");

    assertThat(engine.calls()).containsSubsequence("create volume shop_data", "create mine");
  }

  @Test
  void its_hooks_run_as_those_of_a_replica() {
    var hooks = new ArrayList<List<String>>();
    engine.onExec(
        "web",
        (container, request) -> {
          hooks.add(request.command());
          return new ExecResult(OptionalInt.of(4), "", Duration.ZERO);
        });
    engine.onStart("web", container -> {});

    InProcess.Result result =
        new InProcess(folder, engine)
            .file(
                "compose.yaml", "services: {web: {image: busybox, post_start: [{command: greet}]}}")
            .run("run", "-d", "web");

    assertThat(hooks).containsExactly(List.of("greet"));
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("web hook exited with status 4");
  }

  @Test
  void it_has_the_labels_of_docker_compose_and_a_name_of_its_own() {
    run("-l", "team=a", "web");

    assertThat(spec().name()).matches("shop-web-run-[0-9a-f]{12}");
    assertThat(spec().labels())
        .containsEntry(Labels.ONE_OFF, "True")
        .containsEntry(Labels.SERVICE, "web")
        .containsEntry("team", "a")
        .containsKeys(Labels.CONFIG_HASH, Labels.IMAGE)
        .doesNotContainKey(Labels.NUMBER)
        .hasEntrySatisfying(
            Labels.SLUG,
            slug -> assertThat(slug).hasSize(64).startsWith(spec().name().substring(13)));
  }

  @Test
  void it_publishes_nothing_and_is_never_started_again() {
    run("web");

    assertThat(spec().networking().ports()).isEmpty();
    assertThat(spec().networking().aliases()).containsExactly(spec().name());
    assertThat(spec().running().restart()).isEmpty();
  }

  @Test
  void flags_change_what_the_file_says() {
    program().file("vars", "A=vars\nC=vars\nD=$B\n");
    run(
        "--name",
        "mine",
        "-P",
        "--use-aliases",
        "-u",
        "app",
        "-w",
        "/srv",
        "--entrypoint",
        "sh -c",
        "-e",
        "B=flag",
        "--env-from-file",
        "vars",
        "-v",
        "./x:/x:ro",
        "-v",
        "data:/data",
        "--cap-add",
        "SYS_TIME",
        "--cap-drop",
        "KILL",
        "web",
        "true");

    assertThat(spec().name()).isEqualTo("mine");
    assertThat(spec().networking().ports()).hasSize(1);
    assertThat(spec().networking().aliases()).containsExactly("mine", "web");
    assertThat(spec().process().user()).hasValue("app");
    assertThat(spec().process().workingDirectory()).hasValue("/srv");
    assertThat(spec().process().entrypoint()).hasValue(List.of("sh", "-c"));
    assertThat(spec().process().environment().toString())
        .contains("A=Optional[vars]", "B=Optional[flag]", "C=Optional[vars]", "D=Optional[flag]");
    assertThat(spec().storage().mounts().toString())
        .contains("source=" + folder.resolve("x"), "volume=Optional[data]");
    assertThat(spec().security().capabilitiesAdded()).containsExactly("SYS_TIME");
    assertThat(spec().security().capabilitiesDropped()).containsExactly("KILL");
  }

  @Test
  void an_entrypoint_of_its_own_leaves_nothing_of_the_command() {
    run("--entrypoint", "sh", "web");

    assertThat(spec().process().command()).hasValue(List.of());
  }

  @Test
  void its_input_is_ours_up_to_its_end() {
    engine.onStart("console", container -> Thread.ofVirtual().start(() -> echo(container)));

    InProcess.Result result = program().piping("to the end").run("run", "-q", "console", "cat");

    assertThat(result).isEqualTo(new InProcess.Result(0, "to the end\n", ""));
  }

  private void echo(FakeContainer container) {
    engine.await(() -> container.typed().isPresent());
    container.print(container.typed().orElseThrow());
    container.exit(0);
  }

  @Test
  void it_goes_at_its_end_where_that_is_asked_for() {
    run("--rm", "--name", "mine", "web");
    assertThat(engine.leftovers()).noneMatch(left -> left.contains("mine"));

    run("--name", "mine", "web");
    assertThat(engine.leftovers()).anyMatch(left -> left.contains("mine"));
  }

  @Test
  void one_that_cannot_start_leaves_nothing_behind() {
    engine.fail("start mine", Kind.INVALID, "no such program");

    InProcess.Result result = run("--name", "mine", "web");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("no such program");
    assertThat(engine.leftovers()).noneMatch(left -> left.contains("mine"));
  }

  @Test
  void detached_it_prints_the_id_and_is_left_alone() {
    InProcess.Result result = run("-d", "-q", "--name", "mine", "console");

    FakeContainer mine = engine.container("mine");
    assertThat(result).isEqualTo(new InProcess.Result(0, mine.id() + "\n", ""));
    assertThat(mine.isRunning()).isTrue();
  }

  @Test
  void replicas_are_left_as_they_are_and_one_offs_are_not_among_them() {
    assertThat(program().run("up", "-d", "--no-deps", "console").code()).isZero();
    assertThat(run("-d", "-q", "console").code()).isZero();
    int before = engine.calls().size();

    assertThat(program().run("up", "-d", "console").code()).isZero();
    assertThat(program().run("stop", "console").code()).isZero();

    assertThat(engine.calls().subList(before, engine.calls().size()))
        .anyMatch(call -> call.equals("stop shop-console-1"))
        .noneMatch(call -> call.contains("-run-"));
  }

  @Test
  void a_terminal_that_is_asked_for_where_there_is_none_is_refused() {
    assertThat(run("-t", "web").err())
        .startsWith(
            "error: cannot attach stdin to a TTY-enabled container because stdin is not a terminal");
    assertThat(run("--no-tty=false", "web").err())
        .startsWith(
            "error: cannot attach stdin to a TTY-enabled container because stdin is not a terminal");
    assertThat(run("-t", "-T", "web").code()).isEqualTo(1);
    assertThat(run("-l", "nothing", "web").err())
        .startsWith("error: label must be set as KEY=VALUE");
  }

  @Test
  void a_dry_run_shows_the_plan() {
    InProcess.Result result = program().run("--dry-run", "run", "--name", "mine", "web");

    assertThat(result.out()).contains("create container mine", "start container mine");
    assertThat(runs).isEmpty();
  }

  @Test
  void whoever_attaches_sees_what_comes_and_gets_the_code() {
    assertThat(program().run("up", "-d", "console").code()).isZero();
    FakeContainer console = engine.container("shop-console-1");
    Thread.ofVirtual()
        .start(() -> {
          engine.awaitCall("attach shop-console-1");
          echo(console);
        });

    InProcess.Result result = program().piping("typed").run("attach", "console");

    assertThat(result).isEqualTo(new InProcess.Result(0, "typed\n", ""));
  }

  @Test
  void one_attaches_to_what_runs_only() {
    assertThat(program().run("attach", "console").err())
        .startsWith("error: service \"console\" is not running\n");
  }
}
