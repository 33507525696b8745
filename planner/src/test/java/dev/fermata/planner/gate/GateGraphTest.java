package dev.fermata.planner.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.Dependency;
import dev.fermata.model.Dependency.Condition;
import dev.fermata.model.Project;
import dev.fermata.model.ServiceName;
import dev.fermata.model.builder.ProjectBuilder;
import dev.fermata.planner.plan.GateRule;
import dev.fermata.planner.request.UpOptions.Gates;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class GateGraphTest {
  private static final Project SHOP =
      ProjectBuilder.named("shop")
          .service("db", db -> db.image("busybox"))
          .service("cache", cache -> cache.image("busybox"))
          .service("job", job -> job.image("busybox").dependsOn("db", Condition.HEALTHY))
          .service(
              "api",
              api ->
                  api.image("busybox")
                      .dependsOn("job", Condition.COMPLETED)
                      .dependsOn("cache", Condition.HEALTHY)
                      .dependsOn("db", Condition.STARTED))
          .service(
              "web",
              web ->
                  web.image("busybox")
                      .dependsOn("api", Condition.STARTED)
                      .dependsOn("db", Condition.HEALTHY))
          .service(
              "far",
              far ->
                  far.image("busybox")
                      .dependsOn("web", Condition.HEALTHY)
                      .dependsOn("cache", Condition.COMPLETED))
          .build()
          .value()
          .orElseThrow();

  @Test
  void what_is_depended_on_comes_first() {
    GateGraph graph = GateGraph.of(SHOP, Set.of(new ServiceName("api")), Gates.COMPOSE);

    assertThat(graph.services())
        .extracting(ServiceName::text)
        .containsExactly("cache", "db", "job", "api");
    assertThat(graph.roots()).extracting(ServiceName::text).containsExactly("api");
  }

  @Test
  void a_gate_is_left_out_where_a_dependency_has_passed_one_as_strict() {
    List<String> all = names(GateGraph.of(SHOP, Set.of(), Gates.COMPOSE));
    List<String> reduced = names(GateGraph.of(SHOP, Set.of(), Gates.COMPOSE).reduced());

    assertThat(all).contains("api-db", "web-db", "far-cache");
    assertThat(reduced)
        .containsExactlyInAnyOrder(
            "job-db", "api-job", "api-cache", "web-api", "far-web", "far-cache");
  }

  @Test
  void a_stricter_gate_stays() {
    Project project =
        ProjectBuilder.named("shop")
            .service("db", db -> db.image("busybox"))
            .service("api", api -> api.image("busybox").dependsOn("db", Condition.STARTED))
            .service(
                "web",
                web ->
                    web.image("busybox")
                        .dependsOn("api", Condition.STARTED)
                        .dependsOn("db", Condition.HEALTHY))
            .build()
            .value()
            .orElseThrow();

    assertThat(names(GateGraph.of(project, Set.of(), Gates.COMPOSE).reduced()))
        .containsExactlyInAnyOrder("api-db", "web-api", "web-db");
  }

  @Test
  void the_longest_chain_is_critical() {
    GateGraph graph = GateGraph.of(SHOP, Set.of(), Gates.COMPOSE).reduced();
    Map<String, Integer> seconds = Map.of("job-db", 3, "api-job", 2, "api-cache", 4, "far-web", 1);

    Set<GateGraph.Gate> critical =
        graph.critical(gate -> Duration.ofSeconds(seconds.getOrDefault(name(gate), 0)));

    assertThat(critical.stream().map(GateGraphTest::name))
        .containsExactlyInAnyOrder("job-db", "api-job", "web-api", "far-web");
  }

  @Test
  void chains_of_the_same_length_are_both_critical_and_none_is_without_times() {
    GateGraph graph = GateGraph.of(SHOP, Set.of(new ServiceName("api")), Gates.COMPOSE).reduced();
    Map<String, Integer> seconds = Map.of("job-db", 3, "api-job", 2, "api-cache", 5);

    assertThat(graph.critical(gate -> Duration.ofSeconds(seconds.getOrDefault(name(gate), 0))))
        .hasSize(3);
    assertThat(graph.critical(gate -> Duration.ZERO)).isEmpty();
  }

  @Test
  void a_plain_dependency_is_ready_or_started_by_the_rule_of_the_call() {
    var plain =
        new Dependency(
            new ServiceName("db"), Condition.STARTED, false, false, true, Optional.empty());

    assertThat(GateRule.of(plain, Gates.READY)).hasValue(GateRule.READY);
    assertThat(GateRule.of(plain, Gates.COMPOSE)).isEmpty();
  }

  private static List<String> names(GateGraph graph) {
    return graph.gates().stream().map(GateGraphTest::name).toList();
  }

  private static String name(GateGraph.Gate gate) {
    return gate.dependant() + "-" + gate.service();
  }
}
