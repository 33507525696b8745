package dev.fermata.cli.session;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.model.load.remote.Remotes;
import dev.fermata.runner.docker.image.RegistryLogin;
import dev.fermata.runner.docker.image.RegistryLogins;
import dev.fermata.runner.docker.location.ClientConfig;
import dev.fermata.sources.FetchedProjects;
import dev.fermata.sources.registry.Login;
import dev.fermata.sources.registry.Logins;
import dev.fermata.sources.registry.Patience;
import dev.fermata.sources.registry.Publisher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether and how projects that lie elsewhere are fetched. */
public record RemoteOptions(boolean allowed, List<String> insecureRegistries) {
  public static final Flag<Boolean> ALLOW_REMOTE =
      Flag.off("Fetch projects from git repositories and registries", "--allow-remote");
  public static final Flag<List<String>> INSECURE_REGISTRIES =
      Flag.texts("HOST", "", "--insecure-registry").hidden();

  public RemoteOptions {
    insecureRegistries = List.copyOf(insecureRegistries);
  }

  public static RemoteOptions of(Arguments given) {
    return new RemoteOptions(given.has(ALLOW_REMOTE), given.get(INSECURE_REGISTRIES));
  }

  /** Touches neither disk nor network before something is asked of it. */
  public Remotes remotes(Invocation invocation) {
    Map<String, String> environment = invocation.environment();
    return new FetchedProjects(
        environment, insecureRegistries, dockerLogins(environment), patience(invocation));
  }

  /** What publishes into {@code registries} and those of the flags without encryption. */
  public Publisher publisher(Invocation invocation, List<String> registries) {
    Map<String, String> environment = invocation.environment();
    var insecure = new ArrayList<>(insecureRegistries);
    insecure.addAll(registries);
    return new Publisher(environment, insecure, dockerLogins(environment), patience(invocation));
  }

  private static Patience patience(Invocation invocation) {
    return Patience.of(why -> invocation.err().println("note: " + why));
  }

  private static Logins dockerLogins(Map<String, String> environment) {
    return registry ->
        new RegistryLogins(ClientConfig.of(environment)).login(registry).map(RemoteOptions::login);
  }

  private static Login login(RegistryLogin known) {
    return switch (known) {
      case RegistryLogin.Password(String user, String password) ->
          new Login.Password(user, password);
      case RegistryLogin.IdentityToken(String token) -> new Login.IdentityToken(token);
    };
  }
}
