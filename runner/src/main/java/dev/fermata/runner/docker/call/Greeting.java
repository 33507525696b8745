package dev.fermata.runner.docker.call;

import dev.fermata.runner.docker.location.ApiVersion;
import dev.fermata.runner.docker.transport.Reply;
import java.util.Optional;

/**
 * What an engine says of itself in its answer to a ping: the newest version of its API, the system
 * that it runs on, what it calls itself ({@code Docker/28.5.2 (linux)}), and which builder it
 * prefers ({@code 1} the classic one, {@code 2} BuildKit; 20.10 says nothing, nor do engines that
 * are no Docker).
 */
public record Greeting(ApiVersion newest, String system, String server, Optional<String> builder) {
  static Greeting of(Reply reply) {
    return new Greeting(
        reply.header("Api-Version").map(ApiVersion::of).orElse(Api.OLDEST),
        reply.header("Ostype").orElse("linux"),
        reply.header("Server").orElse(""),
        reply.header("Builder-Version").filter(text -> !text.isEmpty()));
  }
}
