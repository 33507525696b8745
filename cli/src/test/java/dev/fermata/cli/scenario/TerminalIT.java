package dev.fermata.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fermata.runner.docker.location.ClientConfig;
import dev.fermata.runner.docker.location.EngineLocation;
import dev.fermata.runner.testing.Relay;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever types into a container must feel at home there, and find the terminal as it was. */
class TerminalIT {
  private static final String STACK =
      """
      services:
        web: {image: busybox, init: true, command: sleep 1000}
      """;

  private final Scenario scenario = Scenario.of(STACK);

  @BeforeEach
  void bring_up() {
    scenario.fermata("up", "-d").mustSucceed();
  }

  @AfterEach
  void remove() {
    scenario.close();
  }

  @Test
  void a_shell_knows_the_size_of_the_terminal_and_gets_every_key() {
    try (var shell = TypedRun.of(scenario, "exec", "web", "sh")) {
      shell.see("# ").type("stty size\r").see("40 100");
      shell.resize(33, 77);
      await()
          .atMost(20, TimeUnit.SECONDS)
          .until(() -> shell.type("stty size\r").screen().contains("33 77"));
      shell.type("echo be''gun; sleep 1000\r").see("begun").type("\u0003").see("^C");
      shell.type("echo bro''ken\r").see("broken").type("exit 3\r");

      assertThat(shell.code()).isEqualTo(3);
      assertThat(shell.isPutBack()).isTrue();
    }
  }

  @Test
  void an_editor_draws_and_saves() {
    try (var vi = TypedRun.of(scenario, "exec", "web", "vi", "/tmp/note")) {
      vi.see("~").type("ihello vi\u001b").see("hello vi").type(":wq\r");

      assertThat(vi.code()).isZero();
      assertThat(scenario.fermata("exec", "-T", "web", "cat", "/tmp/note").out())
          .isEqualTo("hello vi\n");
    }
  }

  @Test
  void the_keys_to_leave_by_let_the_command_go_on() {
    try (var shell = TypedRun.of(scenario, "exec", "web", "sh", "-c", "echo here; sleep 1234")) {
      shell.see("here").type("\u0010\u0011");

      assertThat(shell.code()).isEqualTo(1);
      assertThat(shell.screen())
          .contains("read escape sequence: it goes on in " + scenario.project() + "-web-1");
      assertThat(shell.isPutBack()).isTrue();
      assertThat(scenario.fermata("exec", "-T", "web", "ps").out()).contains("sleep 1234");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "HUP", "INT"})
  void a_signal_ends_the_program_and_puts_the_terminal_back(String signal) {
    try (var shell = TypedRun.of(scenario, "exec", "web", "sh")) {
      shell.see("# ").signal(signal);

      assertThat(shell.code()).isEqualTo(130);
      assertThat(shell.isPutBack()).isTrue();
    }
  }

  @Test
  void an_engine_that_dies_leaves_the_terminal_as_it_was() {
    var location = EngineLocation.find(System.getenv(), ClientConfig.of(System.getenv())).address();
    var relay = Relay.before(location);
    scenario.with("DOCKER_HOST", relay.address());
    try (var shell = TypedRun.of(scenario, "exec", "web", "sh")) {
      shell.see("# ");
      relay.cut();

      assertThat(shell.code()).isEqualTo(1);
      assertThat(shell.screen()).contains("error: ");
      assertThat(shell.isPutBack()).isTrue();
    } finally {
      scenario.with("DOCKER_HOST", System.getenv().getOrDefault("DOCKER_HOST", ""));
    }
  }

  @Test
  void a_command_that_is_left_to_itself_has_a_terminal_where_we_have_one() {
    String script = "tty > /tmp/new; mv /tmp/new /tmp/tty";
    try (var typed = TypedRun.of(scenario, "exec", "-d", "web", "sh", "-c", script)) {
      assertThat(typed.code()).isZero();
    }

    await()
        .atMost(20, TimeUnit.SECONDS)
        .until(() -> scenario.fermata("exec", "-T", "web", "cat", "/tmp/tty").exitCode() == 0);
    assertThat(scenario.fermata("exec", "-T", "web", "cat", "/tmp/tty").out())
        .startsWith("/dev/pts/");
  }

  @Test
  void a_run_is_joined_from_its_first_line_and_ends_with_its_code() {
    try (var shell = TypedRun.of(scenario, "run", "--rm", "web", "sh")) {
      shell.see("# ").type("stty size\r").see("40 100").type("exit 3\r");

      assertThat(shell.code()).isEqualTo(3);
      assertThat(shell.isPutBack()).isTrue();
    }
    assertThat(scenario.containers()).containsExactly(scenario.project() + "-web-1 running");
  }

  @Test
  void signals_go_to_what_is_run() {
    String script = "trap 'echo got it; exit 9' INT; echo here; while true; do sleep 0.1; done";
    try (var run = TypedRun.of(scenario, "run", "--rm", "-T", "web", "sh", "-c", script)) {
      run.see("here").signal("INT");

      assertThat(run.code()).isEqualTo(9);
      assertThat(run.screen()).contains("got it");
    }
  }

  @Test
  void a_run_that_still_waits_is_broken_off_and_leaves_nothing_of_itself() {
    String stack =
        """
        services:
          job: {image: busybox, depends_on: {slow: {condition: service_healthy}}}
          slow:
            image: busybox
            command: sleep 1000
            init: true
            healthcheck: {test: "false", interval: 1s, retries: 1000}
        """;
    try (var gated = Scenario.of(stack);
        var run = TypedRun.of(gated, "run", "--rm", "job")) {
      await()
          .atMost(20, TimeUnit.SECONDS)
          .until(() -> gated.containers().contains(gated.project() + "-slow-1 running"));
      run.signal("INT");

      assertThat(run.code()).isEqualTo(130);
      assertThat(run.isPutBack()).isTrue();
      assertThat(gated.containers()).containsExactly(gated.project() + "-slow-1 running");
    }
  }

  @Test
  void a_key_leaves_an_attached_up_to_itself() {
    try (var up = TypedRun.of(scenario, "up")) {
      up.see(" Detach").type("d");

      assertThat(up.code()).isZero();
      assertThat(up.isPutBack()).isTrue();
      assertThat(scenario.containers()).containsExactly(scenario.project() + "-web-1 running");
    }
  }

  @Test
  void a_key_switches_the_watch_of_an_attached_up() {
    String stack =
        """
        services:
          web:
            image: busybox
            init: true
            command: sleep 1000
            develop: {watch: [{path: compose.yaml, action: sync, target: /app}]}
        """;
    try (var watched = Scenario.of(stack);
        var up = TypedRun.of(watched, "up")) {
      up.see(" Enable Watch").type("w").see("Watch enabled").see(" Disable Watch");
      up.type("w").see("Watch disabled").signal("INT").see("Gracefully Stopping");

      assertThat(up.code()).isEqualTo(130);
      assertThat(up.isPutBack()).isTrue();
      assertThat(watched.containers()).containsExactly(watched.project() + "-web-1 exited");
    }
  }

  @Test
  void a_watch_of_nothing_is_refused_by_the_key_and_all_goes_on() {
    try (var up = TypedRun.of(scenario, "up")) {
      up.see(" Enable Watch").type("w").see("watch: ").see("hint: add `develop`").type("d");

      assertThat(up.code()).isZero();
    }
  }

  @Test
  void nobody_listens_to_keys_where_that_is_not_wanted() {
    try (var flag = TypedRun.of(scenario, "up", "--menu=false")) {
      flag.see("Attaching to web-1").type("d").signal("INT");

      assertThat(flag.code()).isEqualTo(130);
      assertThat(flag.screen()).doesNotContain("Detach");
    }
    scenario.with("COMPOSE_MENU", "0");
    try (var variable = TypedRun.of(scenario, "up")) {
      variable.see("Attaching to web-1").type("d").signal("INT");

      assertThat(variable.code()).isEqualTo(130);
      assertThat(variable.screen()).doesNotContain("Detach");
    }
  }

  @Test
  void ten_megabytes_pass_through_what_is_run() {
    CommandRun run =
        scenario.shell(
            "head -c 10000000 /dev/urandom > big; sha256sum < big",
            "$FERMATA run -q --rm web cat < big | sha256sum");

    List<String> sums = run.mustSucceed().out().lines().toList();
    assertThat(sums).hasSize(2).containsOnly(sums.getFirst());
  }

  /** Where one end is a pipe there is no terminal, and the other end's keys are the shell's. */
  @Test
  void ten_megabytes_pass_both_ways_unchanged() {
    CommandRun both =
        scenario.shell(
            "head -c 10000000 /dev/urandom > big; sha256sum < big",
            "$FERMATA exec web sha256sum < big",
            "$FERMATA exec web sh -c 'cat; echo end >&2; exit 5' < big | sha256sum");

    List<String> sums = both.mustSucceed().out().lines().toList();
    assertThat(sums).hasSize(3);
    assertThat(sums).containsOnly(sums.getFirst());
    assertThat(both.err()).contains("end");
  }

  @Test
  void output_comes_after_the_end_of_input_and_nobody_has_to_read_all_of_it() {
    CommandRun after = scenario.shell("echo in | $FERMATA exec web sh -c 'cat; sleep 1; echo out'");
    CommandRun head = scenario.shell("$FERMATA exec web yes </dev/null | head -n 1");

    assertThat(after.mustSucceed().out()).isEqualTo("in\nout\n");
    assertThat(head.mustSucceed().out()).isEqualTo("y\n");
    assertThat(head.err()).isEmpty();
  }

  @Test
  void a_run_whose_reader_has_enough_leaves_nothing_of_itself() {
    CommandRun head = scenario.shell("$FERMATA run -q --rm web yes </dev/null | head -n 1");

    assertThat(head.mustSucceed().out()).isEqualTo("y\n");
    await()
        .atMost(20, TimeUnit.SECONDS)
        .until(() -> scenario.containers().equals(List.of(scenario.project() + "-web-1 running")));
  }

  @Test
  void following_ends_where_nothing_can_be_written_any_more() {
    String stack =
        """
        services:
          web: {image: busybox, init: true, command: sh -c 'while true; do echo tick; sleep 0.1; done'}
        """;
    try (var speaking = Scenario.of(stack)) {
      speaking.fermata("up", "-d").mustSucceed();

      CommandRun full = speaking.shell("$FERMATA logs -f > /dev/full; echo $?");
      CommandRun head = speaking.shell("$FERMATA logs -f | head -n 1");

      assertThat(full.out()).isEqualTo("1\n");
      assertThat(full.err()).contains("error: cannot write to standard output");
      assertThat(head.mustSucceed().out()).contains("tick");
    }
  }
}
