package dev.fermata.cli.command;

import static dev.fermata.cli.command.Flags.flag;

import dev.fermata.cli.remote.FetchedProjects;
import dev.fermata.model.load.remote.Remotes;
import java.util.List;
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
    return new FetchedProjects(invocation.environment(), insecureRegistries);
  }
}
