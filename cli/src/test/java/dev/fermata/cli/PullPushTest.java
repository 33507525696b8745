package dev.fermata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.testing.FakeEngine;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code pull} and {@code push}. */
final class PullPushTest {
  private static final String SHOP =
      """
      name: shop
      services:
        api: {image: "me/api:1", build: .}
        db: {image: "db:1", pull_policy: missing}
        web: {image: web, depends_on: [db]}
        web-too: {image: "web:latest", build: {context: ., tags: ["me/web:2"]}}
      """;

  private final FakeEngine engine =
      new FakeEngine().withImages("db:1", "web").withRegistry("db:1", "web");

  @TempDir private Path folder;

  @BeforeEach
  void write_the_file() {
    new InProcess(folder, engine).file("compose.yaml", SHOP).file("Dockerfile", "FROM busybox");
  }

  private InProcess.Result run(String args) {
    return new InProcess(folder, engine).run(args.split(" "));
  }

  @Test
  void each_image_is_pulled_once_whoever_uses_it() {
    assertThat(run("pull web web-too").code()).isZero();

    assertThat(engine.count("pull web")).isEqualTo(1);
    assertThat(engine.calls()).noneMatch(call -> call.startsWith("pull db"));
  }

  @Test
  void what_is_not_pulled_is_told_in_the_words_of_docker_compose() {
    assertThat(run("pull --include-deps web").err())
        .contains(" Image db:1 Skipped Image is already present locally\n", " Image web Pulled\n");
    assertThat(run("pull --ignore-buildable web-too").err())
        .contains(" Image web:latest Skipped Image can be built\n")
        .contains("nothing to pull in shop");
    assertThat(run("--progress json pull db").err())
        .contains(
            "{\"id\":\"Image db:1\",\"status\":\"Done\",\"text\":\"Skipped\","
                + "\"details\":\"Image is already present locally\"}");
  }

  @Test
  void an_image_that_no_registry_has_can_be_built() {
    InProcess.Result pull = run("pull");

    assertThat(pull.code()).isEqualTo(1);
    assertThat(pull.err())
        .contains(" Image web Pulled\n", " Image me/api:1 Error")
        .contains("must be built from source by running:\n    fermata build api\n")
        .contains("error: service `api`");
  }

  @Test
  void failures_that_are_ignored_are_shown_and_no_error() {
    InProcess.Result pull = run("pull --ignore-pull-failures");

    assertThat(pull.code()).isZero();
    assertThat(pull.err()).contains(" Image me/api:1 Error", "fermata build api");
    assertThat(pull.err()).doesNotContain("error: ");
  }

  @Test
  void what_containers_alone_need_is_of_no_matter() {
    new InProcess(folder, engine)
        .file("compose.yaml", "services: {web: {image: web, env_file: missing.env}}");

    assertThat(run("pull").code()).isZero();
  }

  @Test
  void a_policy_is_one_of_the_words_of_the_files() {
    assertThat(run("pull --policy always db").err()).contains(" Image db:1 Pulled\n");
    assertThat(run("pull --policy sometimes").err())
        .contains("`--policy` is missing, always", "not `sometimes`");
  }

  @Test
  void flags_of_old_scripts_are_understood_and_told_of() {
    InProcess.Result pull = run("pull --no-parallel --parallel db");

    assertThat(pull.code()).isZero();
    assertThat(pull.err())
        .contains("option '--no-parallel' is DEPRECATED and will be ignored.\n")
        .contains("option '--parallel' is DEPRECATED and will be ignored.\n");
  }

  @Test
  void what_is_built_is_pushed_by_each_of_its_names() {
    run("build");

    InProcess.Result push = run("push");

    assertThat(push.code()).isZero();
    assertThat(engine.calls()).contains("push me/api:1", "push web:latest", "push me/web:2");
    assertThat(push.err()).contains(" db Skipped\n", " me/web:2 Pushed\n");
  }

  @Test
  void what_is_not_there_is_an_error_unless_it_is_to_be_left_out() {
    InProcess.Result push = run("push api");
    assertThat(push.code()).isEqualTo(1);
    assertThat(push.err()).contains("error: service `api`");

    InProcess.Result left = run("push --ignore-missing api");
    assertThat(left.code()).isZero();
    assertThat(left.err())
        .contains(" me/api:1 Skipped No local image\n", "nothing to push in shop");
  }

  @Test
  void failures_of_a_push_are_ignored_by_a_flag_that_is_going_away() {
    run("build");
    engine.fail("push me/api:1", Kind.ACCESS_DENIED, "denied");

    InProcess.Result push = run("push --ignore-push-failures");

    assertThat(push.code()).isZero();
    assertThat(push.err())
        .contains("Flag --ignore-push-failures has been deprecated, use --ignore-missing")
        .contains(" me/api:1 Error denied\n", " web:latest Pushed\n");
    assertThat(run("push --ignore-push-failures --ignore-missing").code()).isEqualTo(1);
  }

  @Test
  void a_quiet_push_says_nothing() {
    run("build");

    assertThat(run("push -q").err()).isEmpty();
  }
}
