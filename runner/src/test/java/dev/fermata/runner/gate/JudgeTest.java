package dev.fermata.runner.gate;

import static dev.fermata.planner.plan.GateRule.COMPLETED;
import static dev.fermata.planner.plan.GateRule.HEALTHY;
import static dev.fermata.planner.plan.GateRule.READY;
import static dev.fermata.planner.plan.GateRule.READY_OR_COMPLETED;
import static dev.fermata.runner.gate.Sightings.START;
import static dev.fermata.runner.gate.Sightings.aged;
import static dev.fermata.runner.gate.Sightings.checked;
import static dev.fermata.runner.gate.Sightings.exited;
import static dev.fermata.runner.gate.Sightings.exitedWithCheck;
import static dev.fermata.runner.gate.Sightings.in;
import static dev.fermata.runner.gate.Sightings.later;
import static dev.fermata.runner.gate.Sightings.probed;
import static dev.fermata.runner.gate.Sightings.probedAtFirst;
import static dev.fermata.runner.gate.Sightings.restartable;
import static dev.fermata.runner.gate.Sightings.restarted;
import static dev.fermata.runner.gate.Sightings.switchedOff;
import static dev.fermata.runner.gate.Sightings.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.plan.GateRule;
import dev.fermata.runner.engine.ContainerDetail.HealthState;
import dev.fermata.runner.gate.GateReport.Cause;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JudgeTest {
  private static void opens(GateRule rule, Sighting seen) {
    assertThat(Judge.judge(rule, seen)).isEqualTo(Verdict.OPEN);
  }

  private static void waits(GateRule rule, Sighting seen) {
    assertThat(Judge.judge(rule, seen)).isInstanceOf(Verdict.Pending.class);
  }

  private static void shuts(GateRule rule, Sighting seen, Cause cause) {
    assertThat(Judge.judge(rule, seen)).isEqualTo(Verdict.shut(cause));
  }

  @Test
  void our_own_success_opens_before_the_engine_has_looked() {
    opens(HEALTHY, probed(checked(ContainerState.RUNNING)));
  }

  @Test
  void the_engines_verdict_opens_as_well() {
    opens(HEALTHY, aged(verdict(HealthState.HEALTHY, START.plusSeconds(1)), Duration.ofSeconds(1)));
  }

  @Test
  void a_check_that_passes_at_the_first_try_may_be_unable_to_fail() {
    Sighting lucky = probedAtFirst(checked(ContainerState.RUNNING));
    waits(HEALTHY, lucky);
    waits(READY, later(lucky, Judge.CHECKED_AT_FIRST.minusMillis(1)));
    opens(HEALTHY, later(lucky, Judge.CHECKED_AT_FIRST));
    waits(HEALTHY, verdict(HealthState.HEALTHY, START));
  }

  @Test
  void without_any_success_it_waits() {
    waits(HEALTHY, checked(ContainerState.RUNNING));
  }

  @Test
  void the_engines_unhealthy_shuts() {
    shuts(HEALTHY, verdict(HealthState.UNHEALTHY, START.plusSeconds(1)), Cause.UNHEALTHY);
  }

  @Test
  void a_verdict_of_a_former_life_does_not_count() {
    waits(HEALTHY, verdict(HealthState.UNHEALTHY, START.minusSeconds(1)));
    waits(HEALTHY, verdict(HealthState.HEALTHY, START.minusSeconds(1)));
  }

  @Test
  void one_that_recovers_is_ready() {
    opens(HEALTHY, probed(verdict(HealthState.UNHEALTHY, START.plusSeconds(1))));
  }

  @Test
  void an_exit_shuts_whatever_the_code() {
    shuts(HEALTHY, exitedWithCheck(0), Cause.EXITED);
    shuts(READY, exitedWithCheck(1), Cause.EXITED);
    shuts(READY, exited(1), Cause.EXITED);
    shuts(READY_OR_COMPLETED, exited(1), Cause.EXITED);
    shuts(COMPLETED, exited(1), Cause.EXITED);
  }

  @Test
  void one_that_the_engine_brings_back_is_waited_for() {
    waits(HEALTHY, checked(ContainerState.RESTARTING));
    waits(READY, in(ContainerState.RESTARTING));
    waits(READY_OR_COMPLETED, in(ContainerState.RESTARTING));
    waits(COMPLETED, in(ContainerState.RESTARTING));
  }

  @Test
  void healthy_needs_a_healthcheck() {
    shuts(HEALTHY, in(ContainerState.RUNNING), Cause.NO_HEALTHCHECK);
    shuts(HEALTHY, switchedOff(), Cause.NO_HEALTHCHECK);
  }

  @Test
  void ready_without_a_healthcheck_is_started() {
    opens(READY, in(ContainerState.RUNNING));
    opens(READY, switchedOff());
    opens(READY, exited(0));
  }

  @Test
  void ready_with_a_healthcheck_is_healthy() {
    waits(READY, checked(ContainerState.RUNNING));
    opens(READY, probed(checked(ContainerState.RUNNING)));
  }

  @Test
  void one_that_was_brought_back_must_stay_up() {
    Sighting lucky = restarted(in(ContainerState.RUNNING), 1);
    waits(READY, lucky);
    waits(READY_OR_COMPLETED, later(lucky, Duration.ofSeconds(9)));
    opens(READY, later(lucky, Duration.ofSeconds(10)));
    Sighting passed = probed(restarted(checked(ContainerState.RUNNING), 1));
    waits(HEALTHY, later(passed, Duration.ofMillis(1999)));
    opens(HEALTHY, later(passed, Duration.ofSeconds(2)));
  }

  @Test
  void a_crash_loop_is_never_ready() {
    Sighting looping = restarted(in(ContainerState.RESTARTING), 3);
    for (GateRule rule : List.of(READY, READY_OR_COMPLETED)) {
      waits(rule, later(looping, Duration.ofSeconds(19)));
      shuts(rule, later(looping, Duration.ofSeconds(20)), Cause.RESTARTING);
    }
    Sighting checked = restarted(checked(ContainerState.RESTARTING), 3);
    shuts(HEALTHY, later(checked, Duration.ofSeconds(20)), Cause.RESTARTING);
  }

  @Test
  void few_restarts_are_no_crash_loop_and_the_life_that_runs_may_last() {
    waits(READY, later(restarted(in(ContainerState.RESTARTING), 2), Duration.ofMinutes(1)));
    Sighting alive = later(restarted(checked(ContainerState.RUNNING), 9), Duration.ofMinutes(1));
    waits(HEALTHY, alive);
    opens(HEALTHY, probed(alive));
  }

  @Test
  void a_job_is_tried_again_for_some_minutes() {
    Sighting failing = restarted(in(ContainerState.RESTARTING), 12);
    waits(COMPLETED, later(failing, Duration.ofMinutes(4)));
    shuts(COMPLETED, later(failing, Duration.ofMinutes(5)), Cause.RESTARTING);
  }

  @Test
  void a_second_look_is_due_when_the_time_is_up_though_nothing_happens() {
    Sighting looping = restarted(in(ContainerState.RESTARTING), 3);
    assertThat(Judge.judge(READY, later(looping, Duration.ofSeconds(15))))
        .isEqualTo(new Verdict.Pending(Optional.of(Duration.ofSeconds(5))));
  }

  @Test
  void the_caller_who_waits_wants_to_see_it_run_for_a_moment() {
    waits(READY_OR_COMPLETED, in(ContainerState.RUNNING));
    opens(READY_OR_COMPLETED, later(in(ContainerState.RUNNING), Duration.ofMillis(500)));
  }

  @Test
  void and_for_longer_where_the_engine_would_bring_it_back() {
    Sighting restartable = restartable(in(ContainerState.RUNNING));
    opens(READY, restartable);
    waits(READY_OR_COMPLETED, later(restartable, Duration.ofMillis(1999)));
    opens(READY_OR_COMPLETED, later(restartable, Duration.ofSeconds(2)));
  }

  @Test
  void what_runs_for_long_is_not_watched_anew() {
    opens(READY_OR_COMPLETED, aged(restartable(in(ContainerState.RUNNING)), Duration.ofHours(3)));
  }

  @Test
  void a_job_that_ended_well_is_a_success_for_the_caller_who_waits() {
    opens(READY_OR_COMPLETED, exited(0));
    opens(READY_OR_COMPLETED, exitedWithCheck(0));
  }

  @Test
  void a_job_is_completed_when_it_ended_well() {
    opens(COMPLETED, exited(0));
    waits(COMPLETED, in(ContainerState.RUNNING));
  }

  @Test
  void what_is_being_removed_is_gone() {
    shuts(READY, in(ContainerState.REMOVING), Cause.GONE);
    shuts(COMPLETED, in(ContainerState.DEAD), Cause.GONE);
  }

  @Test
  void a_state_that_we_do_not_know_is_no_verdict() {
    Sighting stopping = in(new ContainerState.Unknown("stopping"));
    for (GateRule rule : GateRule.values()) {
      if (rule != HEALTHY) {
        waits(rule, stopping);
      }
    }
    waits(HEALTHY, checked(new ContainerState.Unknown("stopping")));
  }

  @Test
  void a_health_that_we_do_not_know_is_no_verdict() {
    waits(HEALTHY, verdict(new HealthState.Unknown("resting"), START.plusSeconds(1)));
  }

  @Test
  void a_paused_container_is_not_ready_yet() {
    waits(HEALTHY, probed(checked(ContainerState.PAUSED)));
    waits(READY, in(ContainerState.PAUSED));
    waits(READY_OR_COMPLETED, aged(in(ContainerState.PAUSED), Duration.ofHours(1)));
  }
}
