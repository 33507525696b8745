package dev.fermata.runner.docker.build;

import dev.fermata.buildkit.Serving;
import dev.fermata.model.BuildContext;
import dev.fermata.planner.spec.BuildRequest;
import dev.fermata.runner.docker.image.RegistryLogin;
import dev.fermata.runner.docker.image.RegistryLogins;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * What a build may ask for. {@code environment} says where the user's own SSH agent is; {@code
 * warnings} hears of logins that are left out.
 */
record BuildServing(
    BuildRequest request,
    RegistryLogins logins,
    Map<String, String> environment,
    Consumer<String> warnings) {
  /** Docker Hub's registry, and the name that images and logins have for it. */
  private static final String DOCKER_HUB_HOST = "registry-1.docker.io";

  private static final String DOCKER_HUB = "docker.io";

  Serving of(BuildFolders sources) {
    return new Serving(
        SharedKey.of(sources.contexts()),
        sources.folders(),
        BuildSecrets.of(request.secrets())::find,
        agents(),
        this::login);
  }

  private SortedMap<String, Path> agents() {
    var agents = BuildAgents.in(environment);
    var wanted = request.build().access().agents();
    return wanted.isEmpty() && isBySsh() ? agents.ofUser() : agents.sockets(wanted);
  }

  /** A repository that is fetched as the user needs the user's agent. */
  private boolean isBySsh() {
    return request.build().source().context() instanceof BuildContext.Remote remote
        && (remote.address().startsWith("ssh://") || remote.address().startsWith("git@"));
  }

  private Optional<Serving.Login> login(String host) {
    return logins
        .login(host.equals(DOCKER_HUB_HOST) ? DOCKER_HUB : host, warnings)
        .map(login ->
            switch (login) {
              case RegistryLogin.Password(String user, String password) ->
                  new Serving.Login(user, password);
              case RegistryLogin.IdentityToken(String token) -> new Serving.Login("", token);
            });
  }
}
