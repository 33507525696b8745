package dev.fermata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.cli.InProcess.Result;
import dev.fermata.runner.testing.FakeEngine;
import dev.fermata.sources.git.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a project from a repository may be after on this machine. The repository has the links
 * {@code away} to a folder with the file {@code secret}, {@code linked} to that file, and {@code
 * round} by way of one to the other.
 */
final class RemoteReachTest {

  /** Attributes of a service, with the folder of the secret for {@code %1$s}. */
  private static final List<String> OF_A_SERVICE =
      List.of(
          "build: %1$s",
          "build: ../..",
          "build: away",
          "build: {context: ., dockerfile: %1$s/secret}",
          "build: {context: ., dockerfile: ../../secret}",
          "build: {context: ., dockerfile: linked}",
          "build: {context: ., dockerfile: away/secret}",
          "build: {context: usual}",
          "build: {context: rules, dockerfile_inline: FROM scratch}",
          "build: {context: ., additional_contexts: {a: %1$s}}",
          "build: {context: ., additional_contexts: {a: away}}",
          "build: {context: ., ssh: {a: %1$s/secret}}",
          "build: {context: ., ssh: [a=linked]}",
          "env_file: %1$s/secret",
          "env_file: ../../secret",
          "env_file: [{path: linked, required: false}]",
          "env_file: [{path: away/secret}]",
          "env_file: ${SECRET}",
          "env_file: ~/secret",
          "label_file: %1$s/secret",
          "label_file: [linked]",
          "extends: {file: %1$s/secret, service: a}",
          "extends: {file: linked, service: a}",
          "extends: {file: round, service: a}",
          "security_opt: ['seccomp:%1$s/secret']",
          "security_opt: ['seccomp=../../secret']",
          "security_opt: ['seccomp=away/secret']",
          "security_opt: ['seccomp:linked']",
          "develop: {watch: [{path: %1$s, action: rebuild}]}",
          "develop: {watch: [{path: away, action: rebuild}]}",
          "volumes: ['../..:/x']",
          "volumes: ['./away:/x']",
          "volumes: [{type: bind, source: linked, target: /x}]",
          "pre_start: [{image: a, volumes: ['./away:/x']}]",
          "pre_start: [{image: a, security_opt: ['seccomp=linked']}]");

  /** Whole files. */
  private static final List<String> OF_A_FILE =
      List.of(
          "secrets: {a: {file: %1$s/secret}}",
          "secrets: {a: {file: ../../secret}}",
          "secrets: {a: {file: linked}}",
          "configs: {a: {file: %1$s/secret}}",
          "configs: {a: {file: ~/secret}}",
          "configs: {a: {file: away/secret}}",
          "volumes: {a: {driver: local, driver_opts: {o: bind, device: away}}}",
          "include: ['%1$s/secret']",
          "include: [../../secret]",
          "include: [linked]",
          "include: [away/secret]",
          "include: [{path: sub/compose.yaml, project_directory: %1$s}]",
          "include: [{path: sub/compose.yaml, project_directory: away}]",
          "include: [{path: sub/compose.yaml, env_file: linked}]",
          "include: [sub/with-env/compose.yaml]",
          "jobs: {a: {image: a, env_file: linked, triggers: {manual: true}}}",
          "jobs: {a: {build: usual, triggers: {manual: true}}}");

  @TempDir private Path folder;
  private Repository repository;
  private Path here;

  @BeforeEach
  void start() throws IOException {
    Path origin = Files.createDirectory(folder.resolve("origin"));
    repository = Repository.in(origin);
    Path away = Files.createDirectory(folder.resolve("away"));
    Files.writeString(away.resolve("secret"), "PASSWORD=x\n");
    Files.createDirectory(origin.resolve("usual"));
    Files.createDirectory(origin.resolve("rules"));
    repository
        .link("away", away.toString())
        .link("linked", away.resolve("secret").toString())
        .link("round", "sub/../away/../away/secret")
        .link("usual/Dockerfile", "../linked")
        .link("rules/.dockerignore", away.resolve("secret").toString())
        .file("Dockerfile", "FROM a\n")
        .file("data/file", "inside\n")
        .file("sub/compose.yaml", "services: {sub: {image: a}}\n")
        .file("sub/with-env/compose.yaml", "services: {sub: {image: a}}\n")
        .link("sub/with-env/.env", "../../linked");
    here = Files.createDirectory(folder.resolve("here"));
  }

  private InProcess program(FakeEngine engine) {
    return new InProcess(here, engine)
        .environment("PATH", System.getenv("PATH"))
        .environment("HOME", folder.resolve("away").toString())
        .environment("SECRET", folder.resolve("away/secret").toString())
        .environment("XDG_CACHE_HOME", folder.resolve("cache").toString())
        .environment("FERMATA_ALLOW_REMOTE", "1");
  }

  private String pinned(String compose) {
    return repository.url() + "#" + repository.file("compose.yaml", compose).commit();
  }

  @TestFactory
  Stream<DynamicTest> a_remote_project_has_nothing_read_for_it_outside_of_its_folder() {
    Stream<String> services =
        OF_A_SERVICE.stream().map(line -> "services:\n  a:\n    image: a\n    " + line + "\n");
    return Stream.concat(services, OF_A_FILE.stream().map(line -> line + "\n"))
        .map(text -> DynamicTest.dynamicTest(text.strip(), () -> assertRefused(text)));
  }

  private void assertRefused(String text) {
    String compose = text.replace("%1$s", folder.resolve("away").toString());

    var engine = new FakeEngine().withImages("a");
    Result result = program(engine).run("-f", pinned(compose), "config", "--no-interpolate", "-q");
    Result up = program(engine).run("-f", pinned(compose), "up", "-d");

    assertThat(up.code()).isEqualTo(1);
    assertThat(up.err()).contains("[outside-remote]").doesNotContain("PASSWORD");
    if (!text.contains("${")) {
      assertThat(result.err()).contains("[outside-remote]").doesNotContain("PASSWORD");
    }
    assertThat(engine.leftovers()).isEmpty();
  }

  @Test
  void what_is_in_the_folder_and_mounts_of_the_host_are_had() {
    Result result =
        program(new FakeEngine())
            .run(
                "-f",
                pinned(
                    """
                    services:
                      a:
                        image: a
                        build: {context: data/.., dockerfile: sub/../Dockerfile}
                        env_file: data/../data/file
                        security_opt: ["seccomp:data/file", "seccomp:unconfined"]
                        secrets: [a, nothing]
                        volumes: ["./data:/data", "/srv:/srv", "~/x:/x"]
                    secrets:
                      a: {file: ./data/file}
                      nothing: {file: /dev/null}
                    """),
                "config");

    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .contains("source: /srv\n", "source: " + folder.resolve("away/x"))
        .containsPattern("file: \\S+/cache/fermata/remote/git/[0-9a-f]{40}/data/file\n");
  }

  @Test
  void what_a_local_file_laid_over_it_says_is_allowed() {
    String secret = folder.resolve("away/secret").toString();
    String remote =
        pinned(
            """
            services:
              a:
                image: a
                build: usual
                env_file: linked
                secrets: [a]
            secrets:
              a: {file: linked}
            """);
    InProcess program = program(new FakeEngine());
    program.file(
        "over.yaml",
        """
        services:
          a:
            build: {context: %1$s, dockerfile: %2$s}
            env_file: !override [%2$s]
            security_opt: ["seccomp:%2$s"]
        secrets:
          a: {file: %2$s}
        """
            .formatted(folder.resolve("away"), secret));

    Result laidOver = program.run("-f", remote, "-f", "over.yaml", "config");

    assertThat(laidOver.err()).isEmpty();
    assertThat(laidOver.out()).contains("PASSWORD: x\n", "file: " + secret);
  }

  @Test
  void a_link_of_a_remote_project_does_not_lead_out_for_a_local_file_either() {
    String remote = pinned("services: {a: {image: a}}\n");
    InProcess program = program(new FakeEngine());
    program.file("over.yaml", "services: {a: {env_file: linked}}\n");

    Result result = program.run("-f", remote, "-f", "over.yaml", "config", "-q");

    assertThat(result.err()).contains("over.yaml:1:26: error:", "[outside-remote]");
  }
}
