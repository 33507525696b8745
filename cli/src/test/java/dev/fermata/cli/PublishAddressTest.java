package dev.fermata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.runner.testing.FakeEngine;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where ports are published that name no address. */
final class PublishAddressTest {
  private final FakeEngine engine = new FakeEngine().withImages("busybox");
  @TempDir private Path folder;
  private InProcess program;

  @BeforeEach
  void start() {
    program =
        new InProcess(folder, engine)
            .file(
                "compose.yaml",
                "name: shop\n"
                    + "services: {web: {image: busybox, ports: [\"8080:80\", \"10.0.0.1:81:81\"]}}");
  }

  @Test
  void the_flag_is_the_address_of_ports_that_have_none() {
    assertThat(program.run("--bind", "127.0.0.1", "config").out())
        .contains("mode: ingress\n        host_ip: 127.0.0.1\n        target: 80")
        .contains("host_ip: 10.0.0.1\n        target: 81");
    assertThat(program.run("config").out()).doesNotContain("127.0.0.1");
  }

  @Test
  void what_the_flag_says_is_as_if_the_file_said_it() {
    String flagged = program.run("--bind", "127.0.0.1", "config", "--hash", "*").out();
    program.file(
        "compose.yaml",
        "name: shop\nservices: {web: {image: busybox, ports:"
            + " [\"127.0.0.1:8080:80\", \"10.0.0.1:81:81\"]}}");

    assertThat(program.run("config", "--hash", "*").out()).isEqualTo(flagged);
  }

  @Test
  void a_container_is_made_anew_for_another_address_with_the_reason() {
    assertThat(program.run("up", "-d").code()).isZero();

    assertThat(program.environment("FERMATA_BIND", "127.0.0.1").run("up", "-d").err())
        .contains("Container shop-web-1 Recreate (ports changed)");
    assertThat(program.run("--bind", "127.0.0.1", "up", "-d").err()).contains("nothing to do");
  }

  @Test
  void ports_that_other_machines_reach_are_told_once() {
    String note = "note: other machines can reach port 8080 of `web`; `--bind 127.0.0.1`";

    assertThat(program.run("plan").out()).contains(note);
    assertThat(program.run("up", "-d").err()).contains(note).containsOnlyOnce("other machines");
    assertThat(program.run("up", "-d").err()).doesNotContain("other machines");
    assertThat(program.run("up", "-d", "--force-recreate").err()).doesNotContain("other machines");
  }

  @Test
  void with_an_address_there_is_nothing_to_tell() {
    assertThat(program.run("--bind", "127.0.0.1", "up", "-d").err())
        .doesNotContain("other machines");
    assertThat(program.run("--bind", "0.0.0.0", "plan").out()).doesNotContain("other machines");
  }

  @Test
  void only_an_address_is_one() {
    assertThat(program.run("--bind", "localhost", "up").err())
        .startsWith("error: `--bind` is an IP address such as 127.0.0.1, not `localhost`");
    assertThat(program.environment("FERMATA_BIND", "lo").run("ps").err())
        .startsWith("error: `FERMATA_BIND` is an IP address such as 127.0.0.1, not `lo`");
  }
}
