package dev.fermata.cli.command;

import static dev.fermata.cli.command.Flags.flag;

import dev.fermata.model.load.remote.Remotes;
import dev.fermata.runner.docker.image.RegistryLogin;
import dev.fermata.runner.docker.image.RegistryLogins;
import dev.fermata.runner.docker.location.ClientConfig;
import dev.fermata.sources.FetchedProjects;
import dev.fermata.sources.registry.Login;
import dev.fermata.sources.registry.Logins;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.OptionSpec;

/** Whether and how projects that lie elsewhere are fetched. */
record RemoteOptions(boolean allowed, List<String> insecureRegistries) {
  RemoteOptions {
    insecureRegistries = List.copyOf(insecureRegistries);
  }

  static List<OptionSpec> options() {
    return List.of(
        flag("Fetch projects from git repositories and registries", "--allow-remote"),
        Flags.values("HOST", "", "--insecure-registry").toBuilder().hidden(true).build());
  }

  static RemoteOptions of(Arguments given) {
    return new RemoteOptions(given.has("--allow-remote"), given.texts("--insecure-registry"));
  }

  /** Touches neither disk nor network before something is asked of it. */
  Remotes remotes(Invocation invocation) {
    Map<String, String> environment = invocation.environment();
    return new FetchedProjects(environment, insecureRegistries, dockerLogins(environment));
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
