package dev.fermata.runner.docker.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.model.FileSource;
import dev.fermata.runner.engine.EngineException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildAccessTest {
  @TempDir Path folder;

  private BuildSecrets file(Path path) {
    return BuildSecrets.of(Map.of("token", new FileSource.HostFile(path.toString())));
  }

  @Test
  void a_secret_is_the_content_of_its_file_and_others_are_unknown() throws IOException {
    BuildSecrets secrets = file(Files.writeString(folder.resolve("s"), "abc"));
    assertThat(secrets.find("token")).hasValue("abc".getBytes(UTF_8));
    assertThat(secrets.find("other")).isEmpty();
  }

  @Test
  void a_secret_that_cannot_be_read_is_told_before_anything_is_built() {
    assertThatThrownBy(() -> file(folder.resolve("none")))
        .isInstanceOf(EngineException.class)
        .hasMessage(
            "cannot read the secret `token` of the build from `" + folder.resolve("none") + "`");
  }

  @Test
  void a_secret_that_no_engine_takes_is_told_before_anything_is_built() throws IOException {
    Path large = Files.write(folder.resolve("large"), new byte[500 * 1024 + 1]);
    assertThatThrownBy(() -> file(large))
        .hasMessage("the secret `token` of the build is larger than 500 KiB");
    assertThat(file(Files.write(large, new byte[500 * 1024])).find("token")).isPresent();
  }

  @Test
  void an_agent_is_the_socket_that_is_named_or_that_of_the_environment() throws IOException {
    Path socket = folder.resolve("agent");
    try (var agent = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      agent.bind(UnixDomainSocketAddress.of(socket));
      var agents = BuildAgents.in(Map.of("SSH_AUTH_SOCK", socket.toString()));
      assertThat(
              agents.sockets(
                  Map.of("default", Optional.empty(), "mine", Optional.of(socket.toString()))))
          .isEqualTo(Map.of("default", socket, "mine", socket));
    }
  }

  @Test
  void an_agent_that_is_nowhere_or_a_key_is_told_before_anything_is_built() throws IOException {
    var agents = BuildAgents.in(Map.of());
    assertThatThrownBy(() -> agents.sockets(Map.of("default", Optional.empty())))
        .hasMessage(
            "the build asks for the SSH agent `default`, and SSH_AUTH_SOCK does not say where one"
                + " is");
    Path key = Files.writeString(folder.resolve("id_ed25519"), "-----BEGIN");
    assertThatThrownBy(() -> agents.sockets(Map.of("mine", Optional.of(key.toString()))))
        .hasMessage(
            "`" + key + "`, for `mine` of the build's `ssh`, is not the socket of an agent");
  }
}
