package dev.fermata.sources;

import dev.fermata.model.load.remote.GitReference;
import dev.fermata.model.load.remote.OciReference;
import dev.fermata.model.load.remote.RemoteReference;
import dev.fermata.model.load.remote.Remotes;
import dev.fermata.sources.cache.Cache;
import dev.fermata.sources.cache.UnreachableProject;
import dev.fermata.sources.git.GitRepositories;
import dev.fermata.sources.registry.Artifacts;
import dev.fermata.sources.registry.Logins;
import dev.fermata.sources.registry.Patience;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Remote projects in the user's cache, brought there by git and from registries. What is there
 * under a commit or digest is complete, and needs no network again.
 */
public final class FetchedProjects implements Remotes {
  private final GitRepositories repositories;
  private final Artifacts artifacts;

  /**
   * {@code environment} names the cache's folder, proxies, and what git needs; {@code
   * insecureRegistries} are spoken to without encryption.
   */
  public FetchedProjects(
      Map<String, String> environment, List<String> insecureRegistries, Logins logins) {
    this(environment, insecureRegistries, logins, Patience.of(told -> {}));
  }

  /** The same where somebody wants to know for whom is waited. */
  public FetchedProjects(
      Map<String, String> environment,
      List<String> insecureRegistries,
      Logins logins,
      Patience patience) {
    Cache cache = Cache.of(environment);
    this.repositories = new GitRepositories(environment, cache);
    this.artifacts = new Artifacts(environment, insecureRegistries, logins, patience, cache);
  }

  @Override
  public Answer<String> pin(RemoteReference reference) {
    return answer(() ->
        switch (reference) {
          case GitReference git -> repositories.commit(git);
          case OciReference oci -> artifacts.digest(oci);
        });
  }

  @Override
  public Answer<String> fetch(RemoteReference reference) {
    return answer(() -> folder(reference).toString());
  }

  private Path folder(RemoteReference pinned) throws UnreachableProject {
    return switch (pinned) {
      case GitReference git -> repositories.fetch(git);
      case OciReference oci -> artifacts.fetch(oci);
    };
  }

  @Override
  public String real(String path) {
    try {
      return Links.follow(Path.of(path)).toString();
    } catch (InvalidPathException e) {
      // Nothing can have that name, and no link leads on from it.
      return path;
    }
  }

  private interface Question {
    String ask() throws UnreachableProject;
  }

  private static Answer<String> answer(Question question) {
    try {
      return new Answer.Found<>(question.ask());
    } catch (UnreachableProject e) {
      return new Answer.Refused<>(e.message(), e.hint());
    }
  }
}
