package dev.fermata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.runner.testing.FakeEngine;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What others use is not said to be removed: it stays, and {@code down} goes on without it. */
final class StillUsedTest {
  private static final String BY_GUEST = "by container `guest-web-1` of project `guest`";

  private final FakeEngine engine = new FakeEngine().withImages("busybox");
  @TempDir private Path folder;
  private InProcess program;

  @BeforeEach
  void share() {
    program =
        new InProcess(folder, engine)
            .file(
                "compose.yaml",
                """
                name: shop
                services:
                  web: {image: busybox, networks: [shared], volumes: ["data:/data"]}
                networks: {shared: {}}
                volumes: {data: {}}
                """)
            .file(
                "guest.yaml",
                """
                name: guest
                services:
                  web: {image: busybox, networks: [shared], volumes: ["data:/data"]}
                networks: {shared: {external: true, name: shop_shared}}
                volumes: {data: {external: true, name: shop_data}}
                """);
    program.run("up", "-d");
    assertThat(program.run("-f", "guest.yaml", "up", "-d").code()).isZero();
  }

  @Test
  void networks_volumes_and_images_stay_and_who_uses_them_is_told() {
    InProcess.Result down = program.run("down", "-v", "--rmi", "all");

    assertThat(down.err())
        .contains(
            " Network shop_shared Resource is still in use " + BY_GUEST,
            " Volume shop_data Resource is still in use " + BY_GUEST,
            " Image busybox:latest Resource is still in use " + BY_GUEST,
            " Container shop-web-1 Removed\n")
        .doesNotContain("shared Removed", "data Removed", "latest Removed");
    assertThat(down.code()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "tty"})
  void it_is_so_in_every_form_of_progress(String form) {
    String down = program.run("--progress", form, "down").err();

    assertThat(down).containsPattern("Network shop_shared.*Resource is still in use");
    assertThat(down).doesNotContainPattern("Network shop_shared.{0,40}Removed");
  }
}
