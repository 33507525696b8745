package dev.fermata.model.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.Project;
import dev.fermata.model.ServiceName;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.load.LoadRequest.Variant;
import dev.fermata.model.load.file.Sources;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JobRunsTest {
  private static final String FILE =
      """
      services:
        db: {image: busybox}
        other: {image: busybox}
      jobs:
        migrate:
          image: busybox
          profiles: [night]
          depends_on: [db]
          triggers: {schedule: ["0 4 * * *"]}
        deploy:
          image: busybox
          depends_on: {migrate: {condition: service_completed_successfully}}
          triggers: {manual: true}
        rotate: {image: busybox, triggers: {manual: false}}
        after: {image: busybox, depends_on: [rotate], triggers: {manual: true}}
      """;

  private static Result<Project> load(String named, Set<Variant> variants) {
    Sources sources =
        path ->
            path.equals("/p/compose.yaml")
                ? new Sources.Content.Found(FILE.getBytes(StandardCharsets.UTF_8))
                : new Sources.Content.Absent();
    var request =
        new LoadRequest(
            "/p",
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of("night"),
            List.of(),
            List.of(named),
            Map.of(),
            variants,
            "");
    return new Loader(sources).load(request);
  }

  private static List<String> services(String named) {
    return load(named, Set.of(Variant.RUNS_JOBS)).value().orElseThrow().services().keySet().stream()
        .map(ServiceName::text)
        .toList();
  }

  private static List<String> complaints(String named, Variant... variants) {
    return load(named, Set.of(variants)).diagnostics().stream()
        .map(it -> it.message().shown())
        .toList();
  }

  @Test
  void a_run_takes_a_job_for_a_service_with_what_it_waits_for() {
    assertThat(services("migrate")).containsExactly("db", "migrate");
    assertThat(services("deploy")).containsExactly("db", "deploy", "migrate");
    assertThat(services("other")).containsExactly("other");
  }

  @Test
  void one_that_must_not_be_run_by_hand_is_refused_on_all_ways() {
    assertThat(complaints("rotate", Variant.RUNS_JOBS))
        .containsExactly(
            "job \"rotate\" is declared with manual: false, it cannot be run manually");
    assertThat(complaints("after", Variant.RUNS_JOBS))
        .containsExactly(
            "job \"rotate\" is declared with manual: false, it cannot be triggered even as a"
                + " dependency of another job");
  }

  @Test
  void all_other_commands_say_what_runs_it() {
    assertThat(complaints("migrate"))
        .containsExactly("job \"migrate\" can only be triggered with \"docker compose run\"");
  }
}
