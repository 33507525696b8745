package dev.fermata.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.Project;
import dev.fermata.model.builder.ProjectBuilder;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.request.StopOptions;
import dev.fermata.planner.request.Target;
import dev.fermata.planner.request.UpOptions;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.testing.FakeEngine;
import dev.fermata.runner.testing.RecordingSink;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What programs beside the engine give is there when their dependants are made. */
class ProvisionTest {
  private final FakeEngine engine = new FakeEngine().withImages("busybox");
  private final RecordingSink sink = new RecordingSink();
  private final Project project = project();

  private static Project project() {
    return ProjectBuilder.named("shop")
        .service("db", db -> db.set("provider", Map.of("type", "cloud")))
        .service("web", web -> web.image("busybox").dependsOn("db"))
        .build()
        .value()
        .orElseThrow();
  }

  private RunResult up() {
    return new Stack(engine, Budgets.DEFAULT)
        .run(new Request.Up(project, UpOptions.DEFAULT), sink, new Cancellation());
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(
            engine.container("shop-web-1").spec().process().environment().get(name))
        .flatMap(value -> value.map(it -> it.reveal()));
  }

  @Test
  void dependants_get_the_variables_of_a_provider() {
    engine.providing("db", Map.of("URL", "https://db"));

    RunResult.Ran ran = (RunResult.Ran) up();

    assertThat(ran.report().succeeded()).isTrue();
    assertThat(variable("DB_URL")).contains("https://db");
  }

  @Test
  void each_run_asks_anew_and_makes_anew_who_gets_something_else() {
    engine.providing("db", Map.of("URL", "https://db"));
    up();
    up();
    engine.providing("db", Map.of("URL", "https://other"));

    up();

    assertThat(variable("DB_URL")).contains("https://other");
    assertThat(engine.count("provider up db")).isEqualTo(3);
    assertThat(engine.calls().stream().filter(call -> call.startsWith("create shop-web-1")))
        .hasSize(1);
  }

  @Test
  void nothing_is_changed_where_the_program_is_not_there() {
    RunResult result = up();

    assertThat(result).isInstanceOf(RunResult.Refused.class);
    assertThat(engine.leftovers()).isEmpty();
  }

  @Test
  void dependants_do_without_a_start_where_a_provider_fails() {
    engine.providing("db", Map.of());
    engine.fail("provider up db", Kind.OTHER, "no credit");

    RunResult.Ran ran = (RunResult.Ran) up();

    assertThat(ran.report().failed())
        .extracting(step -> step.action().subject())
        .containsExactly("service db");
    assertThat(engine.leftovers()).isEmpty();
  }

  @Test
  void a_stop_tells_the_provider_when_its_dependants_have_stopped() {
    engine.providing("db", Map.of());
    up();

    new Stack(engine, Budgets.DEFAULT)
        .run(new Request.Stop(Target.of(project), StopOptions.DEFAULT), sink, new Cancellation());

    assertThat(engine.calls()).containsSubsequence("stop shop-web-1", "provider stop db");
  }
}
