package dev.fermata.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.ServiceName;
import dev.fermata.planner.gate.GateGraph;
import dev.fermata.planner.gate.GateGraph.Gate;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.plan.GateRule;
import dev.fermata.runner.engine.ContainerDetail;
import dev.fermata.runner.engine.ContainerDetail.HealthDetail;
import dev.fermata.runner.engine.ContainerDetail.HealthState;
import dev.fermata.runner.engine.ContainerDetail.ProbeRun;
import dev.fermata.runner.engine.HealthcheckDetail;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class GateTimesTest {
  private static final Instant BEGIN = Instant.parse("2026-01-31T12:00:00Z");
  private static final Gate WEB_DB = gate("web", "db", GateRule.HEALTHY);
  private static final Gate WEB_CACHE = gate("web", "cache", GateRule.READY);
  private static final Gate WEB_JOB = gate("web", "job", GateRule.COMPLETED);

  private final Map<ServiceName, List<ContainerDetail>> containers = new TreeMap<>();

  @Test
  void a_job_takes_its_run() {
    add("job", ContainerState.EXITED, 0, 2, Optional.empty());
    add("web", ContainerState.RUNNING, 90_000, 0, Optional.empty());

    assertThat(times(WEB_JOB)).containsExactly(Map.entry(WEB_JOB, Duration.ofSeconds(2)));
  }

  @Test
  void a_healthcheck_tells_where_its_first_runs_are_kept() {
    add("db", ContainerState.RUNNING, 0, 0, Optional.of(runs("1:1", "3:1", "5:0", "7:0", "9:0")));
    add("web", ContainerState.RUNNING, 6, 0, Optional.empty());

    assertThat(times(WEB_DB)).containsExactly(Map.entry(WEB_DB, Duration.ofSeconds(5)));
  }

  @Test
  void the_start_of_who_waited_tells_where_the_engine_was_slower_or_has_forgotten() {
    add("db", ContainerState.RUNNING, 0, 0, Optional.of(runs("30:0")));
    add("web", ContainerState.RUNNING, 4, 0, Optional.empty());
    assertThat(times(WEB_DB)).containsExactly(Map.entry(WEB_DB, Duration.ofSeconds(4)));

    containers.clear();
    add(
        "db",
        ContainerState.RUNNING,
        0,
        0,
        Optional.of(runs("60:0", "61:0", "62:0", "63:0", "64:0")));
    add("web", ContainerState.RUNNING, 4, 0, Optional.empty());
    assertThat(times(WEB_DB)).containsExactly(Map.entry(WEB_DB, Duration.ofSeconds(4)));
  }

  @Test
  void it_tells_nothing_of_a_gate_that_another_one_held_back() {
    add("job", ContainerState.EXITED, 0, 7, Optional.empty());
    add(
        "cache",
        ContainerState.RUNNING,
        0,
        0,
        Optional.of(runs("60:0", "61:0", "62:0", "63:0", "64:0")));
    add("web", ContainerState.RUNNING, 7, 0, Optional.empty());

    assertThat(times(WEB_JOB, WEB_CACHE)).containsOnlyKeys(WEB_JOB);
  }

  @Test
  void a_dependant_of_another_run_tells_nothing() {
    add(
        "db",
        ContainerState.RUNNING,
        0,
        0,
        Optional.of(runs("60:0", "61:0", "62:0", "63:0", "64:0")));
    add("web", ContainerState.RUNNING, 90_000, 0, Optional.empty());

    assertThat(times(WEB_DB)).isEmpty();
  }

  @Test
  void the_slowest_replica_counts_and_what_is_not_there_tells_nothing() {
    add("db", ContainerState.RUNNING, 0, 0, Optional.of(runs("1:0")));
    add("db", ContainerState.RUNNING, 0, 0, Optional.of(runs("3:0")));

    assertThat(times(WEB_DB, WEB_JOB)).containsExactly(Map.entry(WEB_DB, Duration.ofSeconds(3)));
  }

  @Test
  void without_a_healthcheck_the_start_is_enough() {
    add("cache", ContainerState.RUNNING, 0, 0, Optional.empty());

    assertThat(times(WEB_CACHE)).containsExactly(Map.entry(WEB_CACHE, Duration.ZERO));
  }

  private Map<Gate, Duration> times(Gate... gates) {
    var services = new LinkedHashSet<ServiceName>();
    for (Gate gate : gates) {
      services.add(gate.service());
      services.add(gate.dependant());
    }
    return GateTimes.of(new GateGraph(services, List.of(gates)), containers);
  }

  private static Gate gate(String dependant, String service, GateRule rule) {
    return new Gate(
        new ServiceName(dependant),
        new ServiceName(service),
        Optional.of(rule),
        Optional.empty(),
        true);
  }

  /** Each run as its second after the start, and its exit code. */
  private static List<ProbeRun> runs(String... runs) {
    var all = new ArrayList<ProbeRun>();
    for (String run : runs) {
      String[] parts = run.split(":", -1);
      Instant start = BEGIN.plusSeconds(Long.parseLong(parts[0]));
      all.add(new ProbeRun(start, Duration.ZERO, Integer.parseInt(parts[1]), ""));
    }
    return all;
  }

  private void add(
      String service, ContainerState state, long start, long took, Optional<List<ProbeRun>> runs) {
    Instant started = BEGIN.plusSeconds(start);
    var check =
        new HealthcheckDetail(
            List.of("CMD", "true"),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            3,
            Duration.ZERO,
            Duration.ZERO);
    var detail =
        new ContainerDetail(
            "id-" + service + containers.size() + took,
            service,
            "image",
            state,
            new ContainerDetail.Ending(0, false, started.plusSeconds(took), ""),
            started,
            Duration.ZERO,
            0,
            false,
            ContainerDetail.Terminal.NONE,
            new TreeMap<>(),
            runs.map(kept -> new HealthDetail(HealthState.HEALTHY, check, kept)));
    containers.computeIfAbsent(new ServiceName(service), name -> new ArrayList<>()).add(detail);
  }
}
