package dev.fermata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.ObservedContainer.ObservedPort;
import dev.fermata.runner.engine.listing.ContainerQuery;
import dev.fermata.runner.engine.listing.ContainerQuery.Reach;
import dev.fermata.runner.testing.FakeEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of one project beside each other on one engine. */
final class IsolateTest {
  private static final String FILE =
      """
      name: shop
      services:
        web:
          image: busybox
          container_name: the-web
          ports: ["8080:80", "53:53/tcp", "53:53/udp"]
          volumes: [data:/data, shared:/shared]
          networks: [net]
      networks: {net: {name: shopnet}}
      volumes:
        data: {name: shopdata}
        shared: {external: true, name: common}
      """;

  @TempDir private Path folder;
  private FakeEngine engine;

  @BeforeEach
  void start() {
    engine = new FakeEngine().withImages("busybox");
    in("shop")
        .file("volume.yaml", "name: other\nvolumes: {common: {name: common}}")
        .run("-f", "volume.yaml", "--all-resources", "up", "-d");
  }

  private InProcess in(String name) {
    try {
      Path here = Files.createDirectories(folder.resolve(name));
      return new InProcess(here, engine).file("compose.yaml", FILE);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private List<Integer> ports(String container) {
    return engine.containers().list(new ContainerQuery(List.of(), Reach.ALL)).stream()
        .filter(it -> it.name().equals(container))
        .flatMap(it -> it.listing().ports().stream())
        .map(ObservedPort::published)
        .toList();
  }

  @Test
  void two_copies_are_up_beside_the_project_and_go_one_by_one() {
    InProcess program = in("shop");
    assertThat(program.run("up", "-d").err()).doesNotContain("error");
    assertThat(program.run("--isolate=a", "up", "-d").err()).doesNotContain("error");
    assertThat(program.run("up", "-d", "--isolate=b").err()).doesNotContain("error");

    assertThat(engine.container("the-web").state()).isEqualTo(ContainerState.RUNNING);
    assertThat(engine.container("the-web-b").state()).isEqualTo(ContainerState.RUNNING);
    assertThat(ports("the-web")).containsExactlyInAnyOrder(8080, 53, 53);
    assertThat(ports("the-web-a")).allMatch(port -> port >= 20_000 && port < 30_000);
    assertThat(ports("the-web-a")).doesNotContainAnyElementsOf(ports("the-web-b"));

    assertThat(program.run("--isolate=a", "down", "-v").code()).isZero();
    assertThat(program.run("--isolate=a", "ps", "-aq").out()).isEmpty();
    assertThat(engine.leftovers())
        .contains("container the-web", "container the-web-b", "volume shopdata", "volume common")
        .noneMatch(left -> left.endsWith("-a"));
  }

  @Test
  void a_second_up_of_a_copy_has_nothing_to_do() {
    InProcess program = in("shop").environment("FERMATA_ISOLATE", "7");
    program.run("up", "-d");

    assertThat(program.run("up", "-d").err())
        .isEqualTo("shop-7 is up to date: 1 service, nothing to do\n");
  }

  @Test
  void two_protocols_of_one_port_keep_one_number() {
    in("shop").run("--isolate=a", "up", "-d");

    assertThat(ports("the-web-a").stream().distinct()).hasSize(2);
  }

  @Test
  void up_prints_where_the_copy_is_to_be_reached() {
    InProcess program = in("shop");
    String out = program.run("--isolate=a", "up", "-d").out();
    int port = ports("the-web-a").getLast();

    assertThat(out.lines().findFirst()).hasValue("SERVICE   PORT      ADDRESS");
    assertThat(program.run("--isolate=a", "port", "web", "80").out())
        .isEqualTo("0.0.0.0:" + web(program) + "\n");
    assertThat(out).contains("127.0.0.1:" + port);
  }

  private static String web(InProcess program) {
    return program
        .run("--isolate=a", "port", "--format", "env")
        .out()
        .lines()
        .filter(line -> line.startsWith("WEB_80_PORT="))
        .map(line -> line.substring("WEB_80_PORT=".length()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_port_that_another_has_moves_on_and_says_so() {
    InProcess program = in("shop");
    program.run("--isolate=a", "up", "-d");
    String first = web(program);
    program.run("--isolate=a", "down");
    program
        .file(
            "thief.yaml",
            "name: thief\nservices: {thief: {image: busybox, ports: ['%s:1']}}".formatted(first))
        .run("-f", "thief.yaml", "up", "-d");

    InProcess.Result second = program.run("--isolate=a", "up", "-d");

    assertThat(second.code()).isZero();
    assertThat(second.err())
        .contains(
            "note: port %s, which this copy has for `web` 80/tcp, is taken by container thief-thief-1; it gets "
                .formatted(first));
    assertThat(web(program)).isNotEqualTo(first);
    program.run("-p", "thief", "down");
    assertThat(program.run("--isolate=a", "up", "-d").err()).contains("nothing to do");
  }

  @Test
  void the_old_name_of_a_container_finds_it_in_its_copy() {
    assertThat(in("shop").run("--isolate=a", "config").out())
        .contains("container_name: the-web-a\n")
        .contains("          - the-web\n")
        .contains("name: shopdata-a\n", "name: shopnet-a\n", "name: common\n")
        .doesNotContain("common-a");
  }

  @Test
  void an_image_that_a_copy_builds_has_a_tag_of_its_own() {
    InProcess program =
        in("shop")
            .file(
                "compose.yaml",
                """
                name: shop
                services:
                  web: {build: ., image: "team/web:dev"}
                  job: {image: "team/web:dev"}
                  db: {image: "postgres:17"}
                """);

    assertThat(program.run("--isolate=a", "config", "--images").out().lines().sorted())
        .containsExactly("postgres:17", "team/web:dev-a", "team/web:dev-a");
  }

  @Test
  void without_a_name_the_copy_is_that_of_the_worktree() throws IOException {
    InProcess program = in("shop");
    Files.writeString(
        folder.resolve("shop").resolve(".git"), "gitdir: /src/shop/.git/worktrees/Feature_X.2\n");

    assertThat(program.run("--isolate", "config", "--format", "json").out())
        .contains("\"name\": \"shop-feature_x-2\"");
  }

  @Test
  void without_a_worktree_it_is_that_of_the_folder() {
    String here = in("here").run("--isolate", "config", "--format", "json").out();
    String there = in("there").run("--isolate", "config", "--format", "json").out();

    assertThat(here).containsPattern("\"name\": \"shop-here-[0-9a-f]{4}\"");
    assertThat(there).containsPattern("\"name\": \"shop-there-[0-9a-f]{4}\"");
  }

  @Test
  void the_variable_is_a_name_or_a_word() {
    InProcess program = in("shop").environment("FERMATA_ISOLATE", "true");
    assertThat(program.run("config", "--format", "json").out()).contains("\"shop-shop-");
    assertThat(program.run("--isolate=false", "config", "--format", "json").out())
        .contains("\"name\": \"shop\"");
    assertThat(program.run("--isolate=%%", "ps").err())
        .isEqualTo("error: `--isolate`: nothing of `%%` can be part of a name\n");
  }
}
