package dev.fermata.runner.docker.build;

import dev.fermata.runner.docker.call.Api;
import dev.fermata.runner.docker.transport.Outgoing;
import dev.fermata.runner.docker.transport.Reply;
import java.io.IOException;
import java.util.Map;

/** Which of an engine's builders builds. */
public record BuilderChoice(Api api, Map<String, String> environment) {

  /** Where the engine has it, and nobody has switched it off. */
  public boolean isBuildKit() {
    return api.transport().carriesInput()
        && !environment.getOrDefault("DOCKER_BUILDKIT", "").matches("0|false")
        && hasBuildKit();
  }

  /**
   * Each Docker engine that we speak to has it, if not as its usual builder; one for Windows may
   * not, and Podman answers for Docker without it.
   */
  private boolean hasBuildKit() {
    try (Reply reply = api.transport().send(Outgoing.call("HEAD", "/_ping"))) {
      reply.getBody().readAllBytes();
      return reply.header("Server").filter(server -> server.startsWith("Docker/")).isPresent()
          && reply.header("OSType").filter("linux"::equals).isPresent();
    } catch (IOException e) {
      throw api.failure(e);
    }
  }
}
