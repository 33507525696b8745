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

  /** Engines that have it say which of their builders is the usual one, be it the other. */
  private boolean hasBuildKit() {
    try (Reply reply = api.transport().send(Outgoing.call("HEAD", "/_ping"))) {
      reply.getBody().readAllBytes();
      return reply.header("Builder-Version").filter(version -> !version.isEmpty()).isPresent()
          && reply.header("OSType").filter("linux"::equals).isPresent();
    } catch (IOException e) {
      throw api.failure(e);
    }
  }
}
