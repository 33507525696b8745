package dev.fermata.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.Project;
import dev.fermata.model.ServiceName;
import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.load.LoadRequest;
import dev.fermata.model.load.LoadRequest.Variant;
import dev.fermata.model.load.Loader;
import dev.fermata.sources.git.Repository;
import dev.fermata.sources.registry.Logins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a Java program does that loads a project: this module and compose-model are all it needs.
 */
final class LibraryUseTest {
  @TempDir private Path folder;

  private void file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void a_folder_becomes_a_project() throws IOException {
    file(".env", "TAG=7\n");
    file("web.env", "A=1\n");
    file("more/compose.yaml", "services: {cache: {image: redis:7}}\n");
    file(
        "compose.yaml",
        """
        name: shop
        include: [more/compose.yaml]
        services:
          web: {image: "nginx:${TAG}", env_file: web.env}
        """);

    Result<Project> loaded =
        new Loader(new FileSources()).load(LoadRequest.of(folder.toString(), Map.of()));

    assertThat(loaded.diagnostics()).isEmpty();
    Project project = loaded.value().orElseThrow();
    assertThat(project.name()).hasToString("shop");
    assertThat(project.services()).containsOnlyKeys(service("web"), service("cache"));
    assertThat(project.services().get(service("web"))).asString().contains("nginx:7");
  }

  private static ServiceName service(String name) {
    return new ServiceName(name);
  }

  @Test
  void a_mistake_is_a_value_with_its_place() throws IOException {
    file("compose.yaml", "services: {web: {imag: nginx}}\n");

    Result<Project> loaded =
        new Loader(new FileSources()).load(LoadRequest.of(folder.toString(), Map.of()));

    assertThat(loaded.hasErrors()).isTrue();
    assertThat(loaded.diagnostics()).extracting(Diagnostic::code).contains(Code.UNKNOWN_ATTRIBUTE);
  }

  @Test
  void a_project_in_a_repository_is_fetched_where_the_program_allows_it() throws IOException {
    Repository repository = Repository.in(Files.createDirectory(folder.resolve("origin")));
    String commit = repository.file("compose.yaml", "services: {web: {image: nginx}}\n").commit();
    Map<String, String> environment =
        Map.of("PATH", System.getenv("PATH"), "XDG_CACHE_HOME", folder + "/cache");
    var remotes = new FetchedProjects(environment, List.of(), Logins.NONE);

    Result<Project> loaded =
        new Loader(new FileSources(), remotes)
            .load(
                new LoadRequest(
                    folder.toString(),
                    List.of(repository.url() + "#" + commit),
                    Optional.of("shop"),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of(),
                    environment,
                    Set.of(Variant.ALLOW_REMOTE),
                    ""));

    assertThat(loaded.diagnostics()).isEmpty();
    assertThat(loaded.value().orElseThrow().services()).containsOnlyKeys(service("web"));
  }
}
