package dev.fermata.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.fermata.planner.label.Labels;
import dev.fermata.planner.spec.ContainerSpec;
import dev.fermata.runner.testing.FakeContainer;
import dev.fermata.runner.testing.FakeEngine;
import dev.fermata.runner.testing.Models;
import dev.fermata.runner.testing.PlanBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whom each command is about. The engine has, of one project name: {@code web} of our file, {@code
 * opt} of an inactive profile of it, {@code other} of somebody else's file, and a one-off of each
 * of the three.
 */
final class ScopeTest {
  private static final String OURS =
      """
      name: m
      services:
        web: {image: busybox}
        opt: {image: busybox, profiles: [extra]}
      """;
  private static final String THEIRS =
      """
      name: m
      services:
        other: {image: busybox}
      """;

  /**
   * They touch and show no container of their own accord ({@code attach} stays with one), or have
   * another thing for a subject.
   */
  private static final Set<String> WITHOUT_CONTAINERS =
      Set.of(
          "alpha generate",
          "alpha publish",
          "alpha viz",
          "attach",
          "bridge convert",
          "bridge transformations create",
          "bridge transformations list",
          "bridge transformations ls",
          "build",
          "commit",
          "completion",
          "config",
          "cp",
          "doctor",
          "events",
          "explain env",
          "export",
          "graph",
          "init",
          "lint",
          "ls",
          "outdated",
          "plan",
          "plugin install",
          "plugin uninstall",
          "port",
          "publish",
          "pull",
          "push",
          "schema",
          "stats",
          "version",
          "volumes",
          "watch");

  private static final Pattern COMMAND = Pattern.compile("  ([a-z]+(?: [a-z]+)*) +[A-Z]");
  private static final String NOTHING = "";

  @TempDir Path folder;
  private final FakeEngine engine = new FakeEngine().withImages("busybox");

  @BeforeEach
  void bring_up_both_files() {
    program().file("ours.yaml", OURS).file("theirs.yaml", THEIRS);
    assertThat(run("-f ours.yaml --profile extra up -d").code()).isZero();
    assertThat(run("-f theirs.yaml up -d").code()).isZero();
    for (String service : List.of("web", "opt", "other")) {
      String id = engine.containers().create(oneOff(service));
      engine.containers().start(id);
      container(service + "-run").print("I am a one-off of " + service);
      container(service + "-1").print("I am " + service);
    }
  }

  /** The command, and the containers that it stops, starts, removes or shows; "m-" left out. */
  static Stream<Arguments> cells() {
    return Stream.of(
        arguments("-f ours.yaml stop", "web-1"),
        arguments("-f ours.yaml stop opt", "opt-1"),
        arguments("-f ours.yaml stop other", NOTHING),
        arguments("-f ours.yaml --profile extra stop", "opt-1 web-1"),
        arguments("-p m stop", "opt-1 other-1 web-1"),
        arguments("-p m stop other", "other-1"),
        arguments("-f ours.yaml restart", "web-1"),
        arguments("-f ours.yaml restart opt", "opt-1"),
        arguments("-f ours.yaml restart other", NOTHING),
        arguments("-p m restart", "opt-1 other-1 web-1"),
        arguments("-p m restart other", "other-1"),
        arguments("-f ours.yaml kill", "web-1 web-run"),
        arguments("-f ours.yaml kill opt", "opt-1 opt-run"),
        arguments("-f ours.yaml kill other", NOTHING),
        arguments("-f ours.yaml kill --remove-orphans", "other-1 other-run web-1 web-run"),
        arguments("-f ours.yaml kill web --remove-orphans", "web-1 web-run"),
        arguments("-p m kill", "opt-1 opt-run other-1 other-run web-1 web-run"),
        arguments("-p m kill other", "other-1 other-run"),
        arguments("-f ours.yaml pause", "web-1"),
        arguments("-f ours.yaml pause opt", "opt-1"),
        arguments("-f ours.yaml pause other", NOTHING),
        arguments("-p m pause", "opt-1 other-1 web-1"),
        arguments("-p m pause other", "other-1"),
        arguments("-f ours.yaml update", NOTHING),
        arguments("-f ours.yaml create", NOTHING),
        arguments("-f ours.yaml create --force-recreate", "web-1"),
        arguments("-f ours.yaml create --force-recreate opt", "opt-1"),
        arguments("-f ours.yaml create --remove-orphans", "other-1"),
        arguments("-f ours.yaml scale web=0", "web-1"),
        arguments("-f ours.yaml scale opt=0", "opt-1"),
        arguments("-f ours.yaml scale other=0", NOTHING),
        arguments("-f ours.yaml rm -fs", "web-1"),
        arguments("-f ours.yaml rm -fs opt", "opt-1"),
        arguments("-f ours.yaml rm -fs other", NOTHING),
        arguments("-p m rm -fs", "opt-1 other-1 web-1"),
        arguments("-p m rm -fs other", "other-1"),
        arguments("-f ours.yaml down", "web-1"),
        arguments("-f ours.yaml down opt", "opt-1"),
        arguments("-f ours.yaml down other", NOTHING),
        arguments("-f ours.yaml down --remove-orphans", "other-1 other-run web-1 web-run"),
        arguments("-f ours.yaml down web --remove-orphans", "other-1 other-run web-1 web-run"),
        arguments("-p m down", "opt-1 other-1 web-1"),
        arguments("-p m down other", "other-1"),
        arguments("-f ours.yaml up -d", NOTHING),
        arguments("-f ours.yaml up -d --force-recreate", "web-1"),
        arguments("-f ours.yaml up -d --force-recreate opt", "opt-1"),
        arguments("-f ours.yaml up -d --remove-orphans", "other-1"),
        arguments("-f ours.yaml logs", "web-1"),
        arguments("-f ours.yaml logs opt", "opt-1"),
        arguments("-f ours.yaml logs other", NOTHING),
        arguments("-p m logs", "opt-1 other-1 web-1"),
        arguments("-p m logs other", "other-1"),
        arguments("-f ours.yaml exec web true", "web-1"),
        arguments("-f ours.yaml exec opt true", "opt-1"),
        arguments("-f ours.yaml exec other true", "other-1"),
        arguments("-p m exec web true", "web-1"),
        arguments("-f ours.yaml run -d web", NOTHING),
        arguments("-f ours.yaml ps", "opt-1 other-1 web-1"),
        arguments("-f ours.yaml ps -a", "opt-1 opt-run other-1 other-run web-1 web-run"),
        arguments("-f ours.yaml ps opt", "opt-1"),
        arguments("-f ours.yaml ps other", NOTHING),
        arguments("-p m ps", "opt-1 other-1 web-1"),
        arguments("-p m ps other", "other-1"),
        arguments("-f ours.yaml images", "opt-1 opt-run other-1 other-run web-1 web-run"),
        arguments("-f ours.yaml images opt", "opt-1 opt-run"),
        arguments("-f ours.yaml images other", NOTHING),
        arguments("-p m images", "opt-1 opt-run other-1 other-run web-1 web-run"),
        arguments("-f ours.yaml explain web", "web-1"),
        arguments("-f ours.yaml explain opt", "opt-1"),
        arguments("-f ours.yaml explain other", "other-1"),
        arguments("-p m explain other", "other-1"),
        arguments("-f ours.yaml top", "opt-1 opt-run other-1 other-run web-1 web-run"),
        arguments("-f ours.yaml top opt", "opt-1 opt-run"),
        arguments("-f ours.yaml top other", NOTHING),
        arguments("-p m top", "opt-1 opt-run other-1 other-run web-1 web-run"),
        arguments("-p m top other", "other-1 other-run"),
        arguments("-f ours.yaml stats --no-stream opt", "opt-1 opt-run"),
        arguments("-p m stats --no-stream", "opt-1 opt-run other-1 other-run web-1 web-run"),
        arguments("-f ours.yaml commit opt", "opt-1"),
        arguments("-p m commit other", "other-1"),
        arguments("-f ours.yaml export other", NOTHING),
        arguments("-p m export web", "web-1"),
        arguments("-f ours.yaml cp web:/etc/hostname -", "web-1"),
        arguments("-p m cp other:/etc/hostname -", "other-1"));
  }

  @ParameterizedTest
  @MethodSource("cells")
  void a_command_is_about_its_own_containers_alone(String command, String expected) {
    assertThat(about(command)).isEqualTo(expected);
  }

  /** The same with everything paused, runs of their own as well. */
  static Stream<Arguments> paused() {
    return Stream.of(
        arguments("-f ours.yaml unpause", "web-1"),
        arguments("-f ours.yaml unpause opt", "opt-1"),
        arguments("-f ours.yaml unpause other", NOTHING),
        arguments("-p m unpause", "opt-1 other-1 web-1"),
        arguments("-p m unpause other", "other-1"));
  }

  @ParameterizedTest
  @MethodSource("paused")
  void what_is_paused_goes_on_alone(String command, String expected) {
    for (String service : List.of("web", "opt", "other")) {
      engine.containers().pause("m-" + service + "-1");
      engine.containers().pause("m-" + service + "-run");
    }

    assertThat(about(command)).isEqualTo(expected);
  }

  /** The same with everything ended, which is all that is waited for. */
  static Stream<Arguments> ended() {
    return Stream.of(
        arguments("-f ours.yaml wait web", "web-1 web-run"),
        arguments("-f ours.yaml wait opt", "opt-1 opt-run"),
        arguments("-f ours.yaml wait other", NOTHING),
        arguments("-p m wait other", "other-1 other-run"));
  }

  @ParameterizedTest
  @MethodSource("ended")
  void a_wait_is_about_the_services_named_alone(String command, String expected) {
    assertThat(run("-p m kill").code()).isZero();

    assertThat(about(command)).isEqualTo(expected);
  }

  /** The same with everything stopped, so that there is something to start. */
  static Stream<Arguments> starts() {
    return Stream.of(
        arguments("-f ours.yaml start", "web-1"),
        arguments("-f ours.yaml start opt", "opt-1"),
        arguments("-f ours.yaml start other", NOTHING),
        arguments("-p m start", "opt-1 other-1 web-1"),
        arguments("-p m start other", "other-1"));
  }

  @ParameterizedTest
  @MethodSource("starts")
  void a_start_is_about_its_own_containers_alone(String command, String expected) {
    assertThat(run("-p m stop").code()).isZero();

    assertThat(about(command)).isEqualTo(expected);
  }

  @Test
  void every_command_that_touches_containers_has_its_cells() {
    assertThat(commands()).contains("stop", "up");
    for (String name : commands()) {
      if (!WITHOUT_CONTAINERS.contains(name)) {
        assertThat(Stream.of(cells(), starts(), paused(), ended()).flatMap(it -> it))
            .as(name)
            .anyMatch(cell -> List.of(cell.get()[0].toString().split(" ")).contains(name));
      }
    }
  }

  @Test
  void what_an_inactive_profile_leaves_running_is_said() {
    assertThat(run("-f ours.yaml down").err())
        .contains("`m-opt-1`")
        .contains("of a service of an inactive profile, so it stays");
  }

  @Test
  void a_broken_file_leaves_the_labels_and_says_so() {
    program().file("ours.yaml", OURS.replace("profiles", "profile"));

    assertThat(run("-f ours.yaml stop").err())
        .contains("the files have mistakes, which `config` shows");
  }

  /** As the overview lists them, so that a new one is not forgotten. */
  private List<String> commands() {
    return run("help")
        .out()
        .lines()
        .map(COMMAND::matcher)
        .filter(Matcher::lookingAt)
        .map(line -> line.group(1))
        .toList();
  }

  /** What a command did to containers, or what it said of them. */
  private String about(String command) {
    int before = engine.calls().size();
    String said = run(command).out();
    List<String> calls = engine.calls().subList(before, engine.calls().size());
    return Stream.of("opt-1", "opt-run", "other-1", "other-run", "web-1", "web-run")
        .filter(name -> isTouched("m-" + name, calls) || isShown(name, command, said))
        .reduce((one, other) -> one + " " + other)
        .orElse(NOTHING);
  }

  private static boolean isTouched(String container, List<String> calls) {
    return Stream.of(
                "stop", "start", "remove", "pause", "unpause", "wait", "exec", "top", "stats",
                "commit", "export")
            .anyMatch(verb -> calls.contains(verb + " " + container))
        || calls.contains("read " + container + " /etc/hostname")
        || calls.contains("kill " + container + " SIGKILL");
  }

  private static boolean isShown(String name, String command, String said) {
    boolean logs = command.contains(" logs");
    boolean lists = Stream.of(" ps", " images", " explain").anyMatch(command::contains);
    String line = name.replace("-1", "").replace("-run", "");
    return logs
        ? said.contains((name.endsWith("run") ? "I am a one-off of " : "I am ") + line + "\n")
        : lists && said.contains("m-" + name);
  }

  private FakeContainer container(String name) {
    return engine.container("m-" + name);
  }

  private static ContainerSpec oneOff(String service) {
    ContainerSpec replica =
        new PlanBuilder(Models.project("m", Models.service(service))).spec(service, 1);
    var labels = new TreeMap<>(replica.labels());
    labels.put(Labels.ONE_OFF, "True");
    labels.remove(Labels.NUMBER);
    return PlanBuilder.as(replica, "m-" + service + "-run", labels);
  }

  private InProcess program() {
    return new InProcess(folder, engine);
  }

  private InProcess.Result run(String command) {
    return program().run(command.split(" "));
  }
}
