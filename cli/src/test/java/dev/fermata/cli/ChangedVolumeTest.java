package dev.fermata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.cli.InProcess.Result;
import dev.fermata.runner.testing.FakeEngine;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A volume that differs from the file is made anew if the user says so, and nothing else is. */
final class ChangedVolumeTest {
  private static final String QUESTION =
      "Volume \"shop_data\" exists but doesn't match configuration in compose file. Recreate (data will be lost)?";

  private static final String SHOP =
      """
      name: shop
      services:
        db:
          image: busybox
          volumes: [data:/data, other:/other]
        web:
          image: busybox
      volumes:
        data: {labels: {v: one}}
        other: {}
      """;

  private final FakeEngine engine = new FakeEngine().withImages("busybox");
  @TempDir private Path folder;
  private InProcess program;

  @BeforeEach
  void bringUp() {
    program = new InProcess(folder, engine).file("compose.yaml", SHOP);
    assertThat(program.run("up", "-d").code()).isZero();
    program.file("compose.yaml", SHOP.replace("one", "two"));
  }

  private List<String> calls(String word) {
    return engine.calls().stream().filter(call -> call.contains(word)).toList();
  }

  @Test
  void yes_takes_what_uses_it_away_makes_it_anew_and_brings_all_back() {
    Result up = program.run("up", "-d", "--yes");

    assertThat(up.code()).as(up.err()).isZero();
    assertThat(engine.calls())
        .containsSubsequence(
            "stop shop-db-1",
            "remove shop-db-1",
            "remove volume shop_data",
            "create volume shop_data",
            "create shop-db-1",
            "start shop-db-1");
    assertThat(calls("shop_other")).containsExactly("create volume shop_other");
    assertThat(calls("stop")).containsExactly("stop shop-db-1");
    assertThat(program.run("up", "-d").err()).contains("nothing to do");
  }

  @Test
  void nobody_to_ask_is_a_refusal_before_the_first_change() {
    Result up = program.run("up", "-d");

    assertThat(up.code()).isEqualTo(1);
    assertThat(up.err()).contains(QUESTION, "`--yes` answers it").doesNotContain("down -v");
    assertThat(calls("remove")).isEmpty();
  }

  @Test
  void a_no_keeps_the_volume_and_the_rest_goes_on() {
    program.file(
        "compose.yaml",
        SHOP.replace("one", "two").replace("web:", "web:\n    environment: {A: b}"));

    Result up = program.typing("n\n").run("up", "-d");

    assertThat(up.code()).as(up.err()).isZero();
    assertThat(up.err())
        .contains(
            QUESTION + " [y/N] ", "note: volume `shop_data` differs from the file and is kept");
    assertThat(calls("remove")).singleElement().asString().endsWith("_old_shop-web-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"create", "scale db=2"})
  void a_no_keeps_it_whichever_command_asks(String command) {
    Result made = program.typing("n\n").run(command.split(" "));

    assertThat(made.code()).as(made.err()).isZero();
    assertThat(made.err()).contains(QUESTION);
    assertThat(calls("remove")).isEmpty();
  }

  @Test
  void a_volume_and_a_network_of_somebody_else_are_used_with_a_warning() {
    assertThat(program.run("down").code()).isZero();

    Result up =
        new InProcess(folder, engine)
            .file(
                "compose.yaml",
                SHOP.replace("name: shop", "name: other")
                    .replace("data: {labels: {v: one}}", "data: {name: shop_data}"))
            .run("up", "-d");

    assertThat(up.code()).as(up.err()).isZero();
    assertThat(up.err())
        .contains(
            "volume \"shop_data\" already exists but was created for project \"shop\" (expected \"other\"). Use `external: true` to use an existing volume");
    assertThat(calls("remove volume")).isEmpty();
  }
}
