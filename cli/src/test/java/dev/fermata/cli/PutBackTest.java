package dev.fermata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.testing.FakeEngine;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An {@code up} whose second half fails leaves what ran before as it was. */
final class PutBackTest {
  private static final String STACK =
      """
      name: shop
      services:
        db:
          image: busybox
        web:
          image: busybox
          depends_on: {db: {condition: service_started, restart: true}}
      """;

  private final FakeEngine engine = new FakeEngine().withImages("busybox");
  @TempDir private Path folder;
  private InProcess program;

  @BeforeEach
  void bring_up() {
    program = new InProcess(folder, engine).file("compose.yaml", STACK);
    assertThat(program.run("up", "-d").code()).isZero();
  }

  private String id(String service) {
    return engine.container("shop-" + service + "-1").id();
  }

  private InProcess.Result upChanged(String service) {
    program.file(
        "compose.yaml",
        STACK.replace("  " + service + ":\n", "  " + service + ":\n    init: true\n"));
    String name = "shop-" + service + "-1";
    engine.fail(
        "rename " + id(service).substring(0, 12) + "_" + name + " " + name,
        Kind.OTHER,
        "no more names");
    return program.run("up", "-d");
  }

  @Test
  void a_container_whose_successor_fails_keeps_its_name_and_runs() {
    String old = id("web");

    assertThat(upChanged("web").code()).isEqualTo(1);

    assertThat(id("web")).isEqualTo(old);
    assertThat(engine.container("shop-web-1").isRunning()).isTrue();
    assertThat(engine.leftovers()).noneMatch(left -> left.contains(old.substring(0, 12) + "_"));
  }

  @Test
  void what_would_have_been_restarted_with_it_runs_again_as_well() {
    String web = id("web");

    assertThat(upChanged("db").err())
        .contains("`shop-web-1` was stopped for this, and has been started again as it was")
        .contains("not started anew: db, web\n")
        .doesNotContain("not started: web");

    assertThat(id("web")).isEqualTo(web);
    assertThat(engine.container("shop-web-1").isRunning()).isTrue();
    assertThat(engine.container("shop-db-1").isRunning()).isTrue();
  }
}
