package dev.fermata.runner.docker.build;

import dev.fermata.buildkit.Serving;
import dev.fermata.buildkit.Serving.Folder;
import dev.fermata.model.BuildContext;
import dev.fermata.model.FileSource;
import dev.fermata.planner.spec.BuildRequest;
import dev.fermata.runner.docker.image.RegistryLogin;
import dev.fermata.runner.docker.image.RegistryLogins;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a build may ask for. {@code environment} says where the user's own SSH agent is. */
record BuildServing(BuildRequest request, RegistryLogins logins, Map<String, String> environment) {
  private static final String OWN_AGENT = "default";

  /** Docker Hub's registry, and the name that images and logins have for it. */
  private static final String DOCKER_HUB_HOST = "registry-1.docker.io";

  private static final String DOCKER_HUB = "docker.io";

  Serving of(SortedMap<String, Folder> folders) {
    return new Serving(SharedKey.of(folders), folders, this::secret, agents(), this::login);
  }

  private Optional<byte[]> secret(String id) {
    return Optional.ofNullable(request.secrets().get(id)).map(source -> content(id, source));
  }

  private static byte[] content(String id, FileSource source) {
    return switch (source) {
      case FileSource.Content(var value) -> value.reveal().getBytes(StandardCharsets.UTF_8);
      case FileSource.HostFile(String path) -> file(id, Path.of(path));
      case FileSource.External external ->
          throw new EngineException(
              Kind.NOT_SUPPORTED, "the secret `" + id + "` of the build is an external one", "");
    };
  }

  private static byte[] file(String id, Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new EngineException(
          Kind.INVALID,
          "cannot read the secret `" + id + "` of the build from `" + path + "`",
          Files.exists(path) ? String.valueOf(e.getMessage()) : "there is no such file",
          e);
    }
  }

  private SortedMap<String, Path> agents() {
    var agents = new TreeMap<String, Path>();
    request
        .build()
        .access()
        .agents()
        .forEach(
            (id, path) -> path.or(this::ownAgent).ifPresent(it -> agents.put(id, Path.of(it))));
    if (agents.isEmpty() && isBySsh()) {
      ownAgent().ifPresent(path -> agents.put(OWN_AGENT, Path.of(path)));
    }
    return agents;
  }

  private Optional<String> ownAgent() {
    return Optional.ofNullable(environment.get("SSH_AUTH_SOCK")).filter(path -> !path.isEmpty());
  }

  /** A repository that is fetched as the user needs the user's agent. */
  private boolean isBySsh() {
    return request.build().source().context() instanceof BuildContext.Remote remote
        && (remote.address().startsWith("ssh://") || remote.address().startsWith("git@"));
  }

  private Optional<Serving.Login> login(String host) {
    return logins
        .login(host.equals(DOCKER_HUB_HOST) ? DOCKER_HUB : host)
        .map(login ->
            switch (login) {
              case RegistryLogin.Password(String user, String password) ->
                  new Serving.Login(user, password);
              case RegistryLogin.IdentityToken(String token) -> new Serving.Login("", token);
            });
  }
}
