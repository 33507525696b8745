package dev.fermata.runner.docker.build;

import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The sockets of the SSH agents that a build may ask for. {@code own} is that of the environment.
 */
record BuildAgents(Optional<String> own) {
  private static final String DEFAULT = "default";

  static BuildAgents in(Map<String, String> environment) {
    return new BuildAgents(
        Optional.ofNullable(environment.get("SSH_AUTH_SOCK")).filter(path -> !path.isEmpty()));
  }

  /** By the ids that the Dockerfile has for them; what is wrong with one is said at once. */
  SortedMap<String, Path> sockets(Map<String, Optional<String>> agents) {
    var sockets = new TreeMap<String, Path>();
    agents.forEach((id, path) -> sockets.put(id, socket(id, path.or(() -> own))));
    return sockets;
  }

  /** That of the user, for a repository that is fetched as the user; a public one needs none. */
  SortedMap<String, Path> ofUser() {
    var sockets = new TreeMap<String, Path>();
    own.ifPresent(path -> sockets.put(DEFAULT, Path.of(path)));
    return sockets;
  }

  private static Path socket(String id, Optional<String> path) {
    Path socket = Path.of(path.orElseThrow(() -> noAgent(id)));
    try {
      var attributes = Files.readAttributes(socket, BasicFileAttributes.class);
      if (attributes.isOther()) {
        return socket;
      }
    } catch (IOException e) {
      throw new EngineException(
          Kind.INVALID,
          "there is no SSH agent for `" + id + "` of the build at `" + socket + "`",
          String.valueOf(e),
          e);
    }
    throw new EngineException(
        Kind.NOT_SUPPORTED,
        "`" + socket + "`, for `" + id + "` of the build's `ssh`, is not the socket of an agent",
        "",
        "let an agent hold the key, which `ssh-add " + socket + "` does, and leave out the path");
  }

  private static EngineException noAgent(String id) {
    return new EngineException(
        Kind.INVALID,
        "the build asks for the SSH agent `"
            + id
            + "`, and SSH_AUTH_SOCK does not say where one is",
        "",
        "start one by `eval $(ssh-agent)`, and give it a key by `ssh-add`");
  }
}
