package dev.fermata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.testing.FakeEngine;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that look and change nothing: what they print of a project with one stopped service. */
final class ReadCommandsTest {
  private static final String FILE =
      """
      name: shop
      services:
        db:
          image: busybox
          volumes: [data:/data]
        web:
          image: busybox
          ports: ["8080:80", "127.0.0.1:8081:80", "127.0.0.1:5353:53/udp"]
          volumes: [cache:/cache]
      volumes: {data: {}, cache: {}}
      """;

  @TempDir private Path folder;
  private FakeEngine engine;
  private InProcess program;

  @BeforeEach
  void start() {
    engine = new FakeEngine().withImages("busybox");
    program = new InProcess(folder, engine).file("compose.yaml", FILE);
    program.run("up", "-d");
    engine.container("shop-db-1").exit(3);
  }

  private String out(String... args) {
    InProcess.Result result = program.run(args);
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    return result.out();
  }

  @Test
  void ls_counts_the_states_of_each_project() {
    String file = folder.resolve("compose.yaml").toString();

    assertThat(out("ls").lines().map(line -> line.replaceAll(" {2,}", "|")))
        .containsExactly("NAME|STATUS|CONFIG FILES", "shop|running(1)|" + file);
    assertThat(out("ls", "-a", "--format", "json"))
        .isEqualTo(
            "[{\"Name\":\"shop\",\"Status\":\"exited(1), running(1)\",\"ConfigFiles\":\"%s\"}]\n"
                .formatted(file));
    assertThat(out("ls", "-q", "--filter", "name=^sh", "--filter", "name=x")).isEqualTo("shop\n");
    assertThat(out("ls", "--format", "json", "--filter", "name=none")).isEqualTo("[]\n");
  }

  @Test
  void ls_reads_no_file() {
    program.file("compose.yaml", "services: [");

    assertThat(out("ls", "-q")).isEqualTo("shop\n");
  }

  @Test
  void images_looks_at_each_image_once() {
    assertThat(out("images").lines().map(line -> line.replaceAll(" {2,}", "|")).skip(1))
        .containsExactly(
            "shop-db-1|busybox|latest|linux/amd64|busybox:late|1.23MB|N/A",
            "shop-web-1|busybox|latest|linux/amd64|busybox:late|1.23MB|N/A");
    assertThat(engine.count("look at image sha256:busybox:latest")).isEqualTo(1);
    assertThat(out("images", "-q")).isEqualTo("busybox:latest\n");
    assertThat(out("images", "--format", "json", "db"))
        .isEqualTo(
            "[{\"ID\":\"sha256:busybox:latest\",\"ContainerName\":\"shop-db-1\",\"Repository\":\"busybox\","
                + "\"Tag\":\"latest\",\"Platform\":\"linux/amd64\",\"Size\":1234567}]\n");
  }

  @Test
  void port_prints_the_address() {
    assertThat(out("port", "web", "80")).isEqualTo("0.0.0.0:8080\n");
    assertThat(out("port", "--protocol", "udp", "web", "53")).isEqualTo("127.0.0.1:5353\n");
    assertThat(out("port", "web", "53/udp")).isEqualTo("127.0.0.1:5353\n");
  }

  @Test
  void port_lists_all_where_none_is_named() {
    assertThat(out("port", "web").lines())
        .containsExactly(
            "53/udp -> 127.0.0.1:5353", "80/tcp -> 0.0.0.0:8080", "80/tcp -> 127.0.0.1:8081");
    assertThat(out("port", "--protocol", "UDP", "web")).isEqualTo("53/udp -> 127.0.0.1:5353\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "port web 81|error: no port 81/tcp for container shop-web-1: 53/udp, 80/tcp",
        "port --index 2 web 80|error: service \"web\" is not running container #2",
        "port nope 80|error: no such service: nope",
        "-p other port web 80|error: service \"web\" is not running",
        "port web eighty|error: PORT is a number up to 65535, not `eighty`",
        "port web 80 81|error: `fermata port` takes no further argument `81`",
        "port nope|error: no such service: nope",
        "images nope|error: no such service: nope",
        "top nope|error: no such service: nope",
        "volumes nope|error: no such service: nope",
        "events nope|error: no such service: nope",
        "ls --filter x=y|error: `--filter` knows `name=REGEX` only, not `x=y`",
        "ls --filter name=[|error: `--filter`: `[` is no regular expression: Unclosed character class",
        "ls shop|error: `fermata ls` takes no argument `shop`",
        "volumes --format yaml|error: `--format` is table, json or a template such as `{{.Name}}`, not `yaml`",
      })
  void what_is_wrong_is_told_in_one_line(String call, String message) {
    InProcess.Result result = program.run(call.split(" "));

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err().lines().findFirst()).contains(message);
    assertThat(result.out()).isEmpty();
  }

  @Test
  void port_alone_lists_all_that_is_published() {
    assertThat(out("port"))
        .isEqualTo(
            """
            SERVICE   PORT      ADDRESS
            web       53/udp    127.0.0.1:5353
            web       80/tcp    127.0.0.1:8080
            web       80/tcp    127.0.0.1:8081
            """);
    assertThat(out("port", "--format", "json", "web").lines().findFirst())
        .hasValue(
            "{\"service\":\"web\",\"index\":1,\"target\":53,\"protocol\":\"udp\","
                + "\"host\":\"127.0.0.1\",\"port\":5353,\"address\":\"127.0.0.1:5353\"}");
    assertThat(out("port", "--format", "env").lines())
        .containsExactly(
            "WEB_53_UDP_HOST=127.0.0.1",
            "WEB_53_UDP_PORT=5353",
            "WEB_53_UDP_ADDRESS=127.0.0.1:5353",
            "WEB_80_HOST=127.0.0.1",
            "WEB_80_PORT=8080",
            "WEB_80_ADDRESS=127.0.0.1:8080");
  }

  @Test
  void port_of_what_has_ended_says_how_it_ended_and_what_helps() {
    assertThat(program.run("port", "db", "80").err())
        .startsWith("error: service \"db\" is not running: `shop-db-1` is Exited (3) ")
        .endsWith("\n  hint: `start db` starts it again\n");
  }

  @Test
  void top_lists_the_processes_of_what_runs() {
    assertThat(out("top"))
        .isEqualTo(
            """
            SERVICE  #   UID   PID  CMD
            web      1   root  1    run shop-web-1
            """);
    assertThat(out("top", "db")).isEmpty();
  }

  @Test
  void a_container_that_ends_meanwhile_is_left_out_of_top() {
    engine.fail("top shop-web-1", Kind.CONFLICT, "it is not running");

    assertThat(out("top")).isEmpty();
  }

  @Test
  void volumes_are_those_of_the_project_or_of_a_service() {
    assertThat(out("volumes"))
        .isEqualTo(
            """
            DRIVER    VOLUME NAME
            local     shop_cache
            local     shop_data
            """);
    assertThat(out("volumes", "-q", "db")).isEqualTo("shop_data\n");
    assertThat(
            out(
                "volumes",
                "--format",
                "{{.Name}} {{.Mountpoint}} {{.Label `com.docker.compose.volume`}}",
                "db"))
        .isEqualTo("shop_data /v/shop_data data\n");
    assertThat(out("volumes", "--format", "json", "db"))
        .startsWith("{\"Availability\":\"N/A\",\"Driver\":\"local\",\"Group\":\"N/A\",\"Labels\":")
        .endsWith(
            "\"Name\":\"shop_data\",\"Scope\":\"local\",\"Size\":\"N/A\",\"Status\":\"N/A\"}\n");
  }

  @Test
  void events_of_the_past_are_shown_and_the_command_ends() {
    assertThat(
            out("events", "--since", "1h", "--until", "0s", "db")
                .lines()
                .filter(it -> !it.isEmpty()))
        .hasSize(2)
        .allMatch(line ->
            line.matches("\\S+ \\S+ container (start|die) [0-9a-f]{64} \\(.*name=shop-db-1\\)"));
    assertThat(out("events", "--json", "--since", "0", "--until", "0s").lines())
        .anyMatch(line ->
            line.matches(
                "\\{\"action\":\"die\",\"attributes\":\\{\"exitCode\":\"3\",.*},\"id\":\"[0-9a-f]{64}\","
                    + "\"service\":\"db\",\"time\":\"[^\"]+\",\"type\":\"container\"}"))
        .noneMatch(line -> line.contains("com.docker.compose") || line.contains("dev.fermata"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"images", "top"})
  void an_absent_project_is_told(String command) {
    InProcess.Result result = program.run("-p", "other", command);

    assertThat(result.code()).isZero();
    assertThat(result.err())
        .isEqualTo(
            "note: project `other` has no containers; `ls --all` lists the projects that have\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"images", "top", "volumes"})
  void a_name_in_the_environment_spares_reading_the_file(String command) {
    program.file("compose.yaml", "services: [").environment("COMPOSE_PROJECT_NAME", "shop");

    assertThat(out(command)).contains("shop");
  }
}
