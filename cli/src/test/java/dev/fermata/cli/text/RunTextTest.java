package dev.fermata.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.cli.text.build.DockerfileText;
import dev.fermata.model.ProjectName;
import dev.fermata.model.ServiceName;
import dev.fermata.model.report.DiagnosticText.Colours;
import dev.fermata.planner.observed.ContainerRef;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.GateRule;
import dev.fermata.planner.plan.Plan;
import dev.fermata.planner.plan.Reason;
import dev.fermata.planner.plan.Step;
import dev.fermata.runner.engine.ContainerDetail;
import dev.fermata.runner.event.Failure;
import dev.fermata.runner.event.Outcome;
import dev.fermata.runner.event.Report;
import dev.fermata.runner.gate.GateReport;
import dev.fermata.runner.gate.GateReport.Cause;
import dev.fermata.runner.gate.GateReport.ContainerStory;
import dev.fermata.runner.gate.GateReport.Restarts;
import dev.fermata.runner.gate.GateReport.Run;
import dev.fermata.runner.gate.GateReport.Run.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class RunTextTest {
  private static final ServiceName DB = new ServiceName("db");
  private static final ServiceName WEB = new ServiceName("web");

  @Test
  void a_shut_gate_tells_the_whole_story() {
    Run run =
        new Run(
            Run.By.FERMATA,
            "pg_isready",
            new Answer.Exit(1),
            Duration.ofMillis(120),
            "no response\n");
    GateReport report = report(Cause.EXITED, 1, List.of(run));

    assertThat(failure(run(report)))
        .containsExactly(
            "error: dependency failed to start: container shop-db-1 exited (1) after 2.5s"
                + " (service `db`)",
            "  `web` waits for it to be ready",
            "  container shop-db-1: exited with exit code 1",
            "    check: pg_isready -> exit code 1 in 0.1s",
            "      no response",
            "    its last lines:",
            "      FATAL: no space",
            "started, and left as they are: db",
            "not started: web",
            "to see more:",
            "  fermata logs db");
  }

  @Test
  void what_was_to_be_stopped_first_and_was_not_runs_as_before() {
    assertThat(failure(restart(new Outcome.Skipped(1))))
        .contains("running as before: web")
        .noneMatch(line -> line.startsWith("not started"));
  }

  @Test
  void what_somebody_else_has_taken_away_is_not_said_to_run() {
    assertThat(failure(restart(Cause.GONE, new Outcome.Skipped(1))))
        .contains("not started anew: web")
        .doesNotContain("running as before: web");
  }

  @Test
  void what_was_stopped_is_not_started_anew() {
    assertThat(failure(restart(new Outcome.Done(Duration.ZERO))))
        .contains("not started anew: web")
        .doesNotContain("not started: web", "running as before: web");
  }

  /** A restart of {@code web} that is held back by {@code db}. */
  private static Report restart(Outcome stop) {
    return restart(Cause.UNHEALTHY, stop);
  }

  private static Report restart(Cause cause, Outcome stop) {
    ContainerRef web = ContainerRef.named("shop-web-1");
    Report held = run(report(cause, 0, List.of()));
    var steps = new ArrayList<>(held.plan().steps().subList(0, 2));
    steps.add(step(3, new Action.StopContainer(web, WEB, Optional.empty())));
    steps.add(step(4, new Action.StartContainer(web, WEB)));
    var outcomes = new TreeMap<>(held.outcomes());
    outcomes.put(3, stop);
    outcomes.put(4, new Outcome.Skipped(2));
    var plan = new Plan(new ProjectName("shop"), steps, List.of(), List.of());
    return new Report(plan, outcomes, Duration.ZERO);
  }

  @Test
  void a_deadline_is_named() {
    assertThat(failure(run(report(Cause.DEADLINE, 0, List.of()))).getFirst())
        .isEqualTo(
            "error: timeout waiting for dependencies: service `db` was not ready by its deadline of"
                + " 5m00s");
  }

  @Test
  void a_gate_begins_with_docker_composes_sentence() {
    assertThat(first(Cause.UNHEALTHY, GateRule.HEALTHY, WEB))
        .startsWith("error: dependency failed to start: container shop-db-1 is unhealthy ");
    assertThat(first(Cause.NO_HEALTHCHECK, GateRule.HEALTHY, WEB))
        .startsWith(
            "error: dependency failed to start: container shop-db-1 has no healthcheck configured");
    assertThat(first(Cause.EXITED, GateRule.COMPLETED, WEB))
        .startsWith("error: service \"db\" didn't complete successfully: exit 3 ");
  }

  @Test
  void what_the_user_waits_for_is_no_dependency() {
    assertThat(first(Cause.UNHEALTHY, GateRule.HEALTHY))
        .startsWith("error: container shop-db-1 is unhealthy ");
    assertThat(first(Cause.EXITED, GateRule.READY))
        .startsWith("error: container shop-db-1 exited (3) ");
    assertThat(first(Cause.DEADLINE, GateRule.READY))
        .startsWith("error: application not healthy after 5m0s: service `db` ");
  }

  @Test
  void a_missing_command_is_named_as_the_likely_cause() {
    assertThat(failure(run(report(Cause.EXITED, 127, List.of()))))
        .contains("  likely: its command is not in the image");
  }

  @Test
  void a_check_without_its_tool_is_named_as_the_likely_cause() {
    Run run =
        new Run(
            Run.By.ENGINE,
            "curl localhost",
            new Answer.Exit(127),
            Duration.ofMillis(20),
            "exec: \"curl\": executable file not found in $PATH");

    assertThat(failure(run(report(Cause.UNHEALTHY, 0, List.of(run)))))
        .contains("  likely: the command of the check is not in the image");
  }

  /** The engine reports it with the exit code -1, as a check that ran past its time. */
  @Test
  void a_check_that_could_not_begin_is_not_told_as_one_that_hangs() {
    Run run =
        new Run(
            Run.By.ENGINE,
            "curl localhost",
            Answer.NOT_BEGUN,
            Duration.ofMillis(20),
            "OCI runtime exec failed: exec: \"curl\": executable file not found in $PATH");

    assertThat(failure(run(report(Cause.UNHEALTHY, 0, List.of(run)))))
        .contains(
            "    check (by the engine): curl localhost -> could not be run",
            "  likely: the command of the check is not in the image");
  }

  @Test
  void a_crash_loop_is_told_with_its_count_and_its_exit_code() {
    var restarts = new Restarts(7, Instant.EPOCH, OptionalInt.of(127));
    assertThat(failure(run(report(Cause.RESTARTING, 127, Optional.of(restarts), List.of()))))
        .startsWith(
            "error: service `db` is restarting again and again: 7 times in 2.5s, last with exit code 127")
        .contains(
            "  container shop-db-1: exited with exit code 127, restarted 7 times, last with exit code 127",
            "      FATAL: no space",
            "  likely: its command is not in the image");
  }

  @Test
  void a_job_that_is_started_again_though_it_ended_well_is_told_so() {
    var restarts = new Restarts(7, Instant.EPOCH, OptionalInt.of(0));
    assertThat(failure(run(report(Cause.RESTARTING, 0, Optional.of(restarts), List.of()))))
        .contains(
            "  likely: it ends well and its restart policy starts it again; a job needs"
                + " `restart: on-failure` or none");
  }

  @Test
  void a_wait_that_was_broken_off_says_what_was_ready_and_what_was_not() {
    Report whole = run(report(Cause.INTERRUPTED, 0, List.of()));
    SortedMap<Integer, Outcome> outcomes = new TreeMap<>(whole.outcomes());
    outcomes.put(2, new Outcome.Cancelled(Optional.of(report(Cause.INTERRUPTED, 0, List.of()))));
    outcomes.put(3, new Outcome.Cancelled());

    assertThat(failure(new Report(whole.plan(), outcomes, Duration.ZERO)))
        .startsWith(
            "service `db` was not ready when the wait was broken off after 2.5s",
            "  `web` waits for it to be ready")
        .contains("      FATAL: no space", "not started: web");
  }

  private static String first(Cause cause, GateRule rule, ServiceName... waiting) {
    GateReport told = report(cause, 3, List.of());
    var report =
        new GateReport(
            told.service(),
            rule,
            new TreeSet<>(List.of(waiting)),
            cause,
            told.waited(),
            told.deadline(),
            told.containers());
    return failure(run(report)).getFirst();
  }

  private static GateReport report(Cause cause, int exitCode, List<Run> runs) {
    return report(cause, exitCode, Optional.empty(), runs);
  }

  private static GateReport report(
      Cause cause, int exitCode, Optional<Restarts> restarts, List<Run> runs) {
    ContainerDetail detail =
        new ContainerDetail(
            "id",
            "shop-db-1",
            "postgres:17",
            ContainerState.EXITED,
            new ContainerDetail.Ending(exitCode, false, Instant.EPOCH, ""),
            Instant.EPOCH,
            Duration.ZERO,
            0,
            false,
            ContainerDetail.Terminal.NONE,
            new TreeMap<>(),
            Optional.empty());
    return new GateReport(
        DB,
        GateRule.READY,
        new TreeSet<>(List.of(WEB)),
        cause,
        Duration.ofMillis(2500),
        Duration.ofMinutes(5),
        List.of(new ContainerStory(detail, restarts, runs, List.of("FATAL: no space"), true)));
  }

  private static Report run(GateReport gate) {
    ContainerRef db = ContainerRef.named("shop-db-1");
    Action.Gate rule =
        new Action.Gate(
            new TreeSet<>(List.of(WEB)),
            GateRule.READY.probes(Optional.empty()),
            Optional.empty(),
            false);
    Plan plan =
        new Plan(
            new ProjectName("shop"),
            List.of(
                step(1, new Action.StartContainer(db, DB)),
                step(2, new Action.Await(DB, GateRule.READY, List.of(db), rule)),
                step(3, new Action.StartContainer(ContainerRef.named("shop-web-1"), WEB))),
            List.of(),
            List.of());
    SortedMap<Integer, Outcome> outcomes = new TreeMap<>();
    outcomes.put(1, new Outcome.Done(Duration.ZERO));
    outcomes.put(2, new Outcome.Failed(new Failure.GateShut(gate), Duration.ZERO));
    outcomes.put(3, new Outcome.Skipped(2));
    return new Report(plan, outcomes, Duration.ZERO);
  }

  private static Step step(int id, Action action) {
    return new Step(id, action, new Reason.Missing(), new TreeSet<>(), Optional.empty());
  }

  private static List<String> failure(Report report) {
    return RunText.failure(report, new DockerfileText(Path.of("/home/me"), Colours.NONE));
  }
}
