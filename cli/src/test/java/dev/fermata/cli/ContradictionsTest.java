package dev.fermata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.cli.InProcess.Result;
import dev.fermata.runner.testing.FakeEngine;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be had is told before the first change, all of it, with its places. */
final class ContradictionsTest {
  private static final String SHOP =
      """
      name: shop
      services:
        one:
          image: busybox
          ports: ["8080:80"]
        two:
          image: busybox
          container_name: two
      """;

  private final FakeEngine engine = new FakeEngine().withImages("busybox");
  @TempDir private Path folder;
  private InProcess program;

  @BeforeEach
  void write() {
    program = new InProcess(folder, engine).file("compose.yaml", SHOP);
  }

  private List<String> changes() {
    return engine.calls().stream().filter(call -> !call.startsWith("observe ")).toList();
  }

  @Test
  void a_scale_beside_a_container_name_creates_nothing() {
    Result up = program.run("up", "-d", "--scale", "two=2", "--scale", "one=2");

    assertThat(up.code()).isEqualTo(1);
    assertThat(up.err())
        .contains(
            "The \"two\" service is using the custom container name \"two\". Docker requires each container to have a unique name. Remove the custom name to scale the service",
            "compose.yaml:8:21",
            "`one` is to have 2 containers, and only one can publish port `8080`",
            "compose.yaml:5:13");
    assertThat(changes()).isEmpty();
  }

  @Test
  void names_and_ports_that_others_have_are_told_with_who_has_them() {
    new InProcess(folder, engine)
        .file("other.yaml", SHOP.replace("shop", "other"))
        .run("-f", "other.yaml", "up", "-d");
    List<String> before = engine.leftovers();

    Result up = program.run("up", "-d");

    assertThat(up.code()).isEqualTo(1);
    assertThat(up.err())
        .contains(
            "service `one` cannot publish port `8080`: it is already allocated to the container `other-one-1` of project `other`",
            "container name \"two\" is already in use by a container of project `other`",
            "docker rm -f two");
    assertThat(engine.leftovers()).isEqualTo(before);
  }

  @Test
  void what_others_have_does_not_matter_to_what_is_up_already() {
    program.run("up", "-d");

    assertThat(program.run("up", "-d").err()).contains("nothing to do");
    assertThat(program.run("up", "-d", "--force-recreate").code()).isZero();
  }

  @Test
  void a_scale_without_a_number_or_a_service_is_refused_by_its_own_words() {
    assertThat(program.run("plan", "--scale", "one").err())
        .contains("error: `--scale one` is not SERVICE=N");
    assertThat(program.run("plan", "--scale", "=2").err())
        .contains("error: `--scale =2` is not SERVICE=N");
    assertThat(program.run("plan", "--scale", "nope=2").err())
        .contains("no such service: nope", "project `shop` has one, two");
  }

  @Test
  @Timeout(5)
  void more_containers_than_any_engine_runs_are_refused_at_once_attached_or_not() {
    for (String[] call : new String[][] {{"up"}, {"up", "-d"}, {"plan"}}) {
      List<String> args = new java.util.ArrayList<>(List.of(call));
      args.addAll(List.of("--scale", "one=2000000"));

      Result up = program.run(args.toArray(String[]::new));

      assertThat(up.code()).isEqualTo(1);
      assertThat(up.err()).contains("`one` is to have 2000000 containers");
    }
    assertThat(engine.calls()).isEmpty();
  }
}
