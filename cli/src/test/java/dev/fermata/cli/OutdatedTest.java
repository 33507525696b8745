package dev.fermata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.planner.observed.ContainerState;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.testing.FakeEngine;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code outdated}, {@code update}, and images by their digests in {@code config}. */
final class OutdatedTest {
  private static final String PIN =
      "pinned@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

  private static final String SHOP =
      """
      name: shop
      services:
        built: {build: .}
        db: {image: "db:1"}
        here: {image: "here:1"}
        pinned: {image: "%s"}
        web: {image: web, depends_on: [db], scale: 2}
      """
          .formatted(PIN);

  private final FakeEngine engine =
      new FakeEngine().withImages("here:1", PIN, "web").withRegistry("db:1", "here:1", "web");

  @TempDir private Path folder;

  @BeforeEach
  void write_the_file() {
    new InProcess(folder, engine).file("compose.yaml", SHOP).file("Dockerfile", "FROM busybox");
    run("pull db");
  }

  private InProcess.Result run(String args) {
    return new InProcess(folder, engine).run(args.split(" "));
  }

  @Test
  void each_image_is_compared_with_what_the_registry_serves() {
    assertThat(run("outdated --format {{.Service}}:{{.Status}}").out())
        .isEqualTo(
            """
            built:built here
            db:current
            here:outdated
            pinned:pinned
            web:outdated
            """);
    assertThat(engine.calls()).noneMatch(call -> call.startsWith("pull web"));
  }

  @Test
  void that_something_is_outdated_is_an_exit_code_where_it_is_asked_for() {
    assertThat(run("outdated").code()).isZero();
    assertThat(run("outdated --exit-code").code()).isEqualTo(2);
    assertThat(run("outdated --exit-code db").code()).isZero();
  }

  @Test
  void digests_are_whole_for_programs() {
    assertThat(run("outdated --format json web").out())
        .isEqualTo(
            "{\"Service\":\"web\",\"Image\":\"web\",\"Current\":\"sha256:web:latest\","
                + "\"Latest\":\"sha256:pulled-web:latest-linux/amd64\",\"Status\":\"outdated\"}\n");
  }

  @Test
  void a_registry_that_does_not_answer_is_an_error_and_the_others_are_told() {
    engine.fail("ask for db:1", Kind.REGISTRY_UNREACHABLE, "no such host");

    InProcess.Result outdated = run("outdated --format {{.Service}}:{{.Status}} db web");

    assertThat(outdated.code()).isEqualTo(1);
    assertThat(outdated.out()).isEqualTo("db:unknown\nweb:outdated\n");
    assertThat(outdated.err()).contains("error: no such host");
  }

  @Test
  void update_replaces_what_runs_from_an_older_image() {
    assertThat(run("up -d web").code()).isZero();
    String before = engine.container("shop-web-1").id();
    String db = engine.container("shop-db-1").id();

    InProcess.Result update = run("update");

    assertThat(update.code()).isZero();
    assertThat(engine.container("shop-web-1").id()).isNotEqualTo(before);
    assertThat(engine.container("shop-web-2").state()).isEqualTo(ContainerState.RUNNING);
    assertThat(engine.container("shop-db-1").id()).isEqualTo(db);
    assertThat(update.out()).contains("web: web sha256:web:latest -> sha256:pulled-web:");
    assertThat(run("outdated --exit-code").code()).isZero();
  }

  @Test
  void update_replaces_what_runs_from_an_older_image_than_the_one_pulled_since() {
    run("up -d web");
    String before = engine.container("shop-web-1").id();
    run("pull web");

    InProcess.Result update = run("update web");

    assertThat(update.code()).isZero();
    assertThat(engine.container("shop-web-1").id()).isNotEqualTo(before);
    assertThat(run("update web").err()).contains("no newer images in shop");
  }

  @Test
  void update_pulls_what_does_not_run_and_starts_nothing() {
    InProcess.Result update = run("update here");

    assertThat(update.code()).isZero();
    assertThat(engine.count("pull here:1")).isEqualTo(1);
    assertThat(engine.leftovers()).isEmpty();
  }

  @Test
  void update_keeps_as_many_containers_as_there_are() {
    run("up -d --scale web=3 web");

    assertThat(run("update").code()).isZero();

    assertThat(engine.container("shop-web-3").state()).isEqualTo(ContainerState.RUNNING);
  }

  @Test
  void without_newer_images_update_has_nothing_to_do() {
    InProcess.Result update = run("update db");

    assertThat(update.code()).isZero();
    assertThat(update.err()).contains("no newer images in shop");
  }

  @Test
  void a_dry_run_of_update_says_what_would_be_pulled() {
    run("up -d web");

    InProcess.Result update = run("--dry-run update");

    assertThat(update.out()).contains("pull image web", "pull image here:1", "plan again");
    assertThat(engine.count("pull web")).isZero();
  }

  @Test
  void config_pins_images_by_the_digests_of_registries() {
    assertThat(run("config --resolve-image-digests db pinned").out())
        .contains("image: docker.io/library/db:1@sha256:pulled-db:1-linux/amd64")
        .contains("image: docker.io/library/pinned@sha256:0123456789abcdef")
        .contains("networks:");
    assertThat(run("config --lock-image-digests db").out())
        .isEqualTo(
            """
            services:
              db:
                image: docker.io/library/db:1@sha256:pulled-db:1-linux/amd64
            """);
    assertThat(engine.calls()).noneMatch(call -> call.equals("pull web"));
  }

  @Test
  void config_names_the_image_that_has_no_digest() {
    engine.fail("ask for web", Kind.IMAGE_NOT_FOUND, "not there");

    InProcess.Result config = run("config --resolve-image-digests -q");

    assertThat(config.code()).isEqualTo(1);
    assertThat(config.err()).contains("error: failed to resolve digest for web: not there");
  }
}
