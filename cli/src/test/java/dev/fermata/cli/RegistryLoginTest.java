package dev.fermata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.runner.testing.FakeEngine;
import dev.fermata.sources.registry.PlayedRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Published projects are read with what {@code docker login} has left. */
final class RegistryLoginTest {
  @TempDir private Path folder;
  private PlayedRegistry registry;
  private InProcess program;
  private String published;

  @BeforeEach
  void start() throws IOException {
    registry = new PlayedRegistry();
    String layer =
        registry.layer(
            "file+yaml", "\"com.docker.compose.file\":\"compose.yaml\"", "name: published\n");
    String digest = registry.manifest(PlayedRegistry.project(layer));
    published = "oci://" + registry.host() + "/team/shop@" + digest;
    program =
        new InProcess(folder, new FakeEngine())
            .environment("HOME", folder.toString())
            .environment("XDG_CACHE_HOME", folder.resolve("cache").toString());
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  private InProcess.Result read() {
    return program.run("--allow-remote", "-f", published, "config", "-q");
  }

  private void assertRefused(String why) {
    assertThat(read().err()).contains(why, "`docker login " + registry.host() + "`");
  }

  private void login(String login) throws IOException {
    Files.writeString(
        Files.createDirectories(folder.resolve(".docker")).resolve("config.json"),
        "{\"auths\":{\"%s\":%s}}".formatted(registry.host(), login));
  }

  @Test
  void with_a_password() throws IOException {
    registry.guard("me:secret");
    assertRefused("wants a login to read");

    String pair = Base64.getEncoder().encodeToString("me:secret".getBytes(StandardCharsets.UTF_8));
    login("{\"auth\":\"%s\"}".formatted(pair));

    assertThat(read().err()).isEmpty();
    assertThat(read().code()).isZero();
  }

  @Test
  void with_an_identity_token() throws IOException {
    registry.guardByIdentity("long-lived");

    login("{\"auth\":\"MDAwOg==\",\"identitytoken\":\"wrong\"}");
    assertRefused("wants another login to read");
    login("{\"auth\":\"MDAwOg==\",\"identitytoken\":\"long-lived\"}");

    assertThat(read().code()).isZero();
  }
}
