package dev.fermata.runner.docker.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.runner.docker.location.ClientConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The logins that a container is given which uses the engine's socket. */
class StoredLoginsTest {
  @TempDir private Path folder;

  private RegistryLogins logins(String configuration) throws IOException {
    Files.writeString(folder.resolve("config.json"), configuration);
    return new RegistryLogins(ClientConfig.of(Map.of("DOCKER_CONFIG", folder.toString())));
  }

  @Test
  void they_are_as_the_docker_client_keeps_them() throws IOException {
    var logins =
        logins(
            """
            {"auths": {"a.example": {"auth": "dTpw"}, "b.example": {"identitytoken": "t"}}}
            """);

    assertThat(logins.areThere()).isTrue();
    assertThat(new String(logins.asConfiguration(), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"auths\":{\"a.example\":{\"auth\":\"dTpw\"},\"b.example\":{\"identitytoken\":\"t\"}}}");
  }

  @Test
  void who_is_logged_in_nowhere_has_none() throws IOException {
    assertThat(logins("{}").areThere()).isFalse();
    assertThat(new String(logins("{}").asConfiguration(), StandardCharsets.UTF_8)).isEqualTo("{}");
  }
}
