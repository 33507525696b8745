package dev.fermata.cli.session;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.remote.FetchedProjects;
import dev.fermata.model.load.remote.Remotes;
import java.util.List;

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
    return new FetchedProjects(invocation.environment(), insecureRegistries);
  }
}
