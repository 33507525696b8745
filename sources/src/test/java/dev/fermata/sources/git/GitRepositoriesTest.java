package dev.fermata.sources.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.load.remote.RemoteReference;
import dev.fermata.model.load.remote.Remotes.Answer;
import dev.fermata.sources.FetchedProjects;
import dev.fermata.sources.registry.Logins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GitRepositoriesTest {
  @TempDir private Path folder;
  private final Map<String, String> environment = new HashMap<>(System.getenv());
  private Repository repository;
  private FetchedProjects projects;

  @BeforeEach
  void start() throws IOException {
    repository = Repository.in(Files.createDirectory(folder.resolve("origin")));
    environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    environment.put("HOME", Files.createDirectory(folder.resolve("home")).toString());
    projects = new FetchedProjects(environment, List.of(), Logins.NONE);
  }

  private RemoteReference at(String ref) {
    return RemoteReference.of(repository.url() + "#" + ref).orElseThrow();
  }

  private Path fetched(String ref) {
    Answer<String> answer = projects.fetch(at(ref));
    assertThat(answer).isInstanceOf(Answer.Found.class);
    return Path.of(((Answer.Found<String>) answer).value());
  }

  @Test
  void a_commit_that_is_no_tip_is_fetched_with_its_files_and_nothing_else() throws IOException {
    String first = repository.file("compose.yaml", "name: first\n").commit();
    repository.file("compose.yaml", "name: second\n").commit();

    Path checkout = fetched(first);

    assertThat(checkout.resolve("compose.yaml")).hasContent("name: first\n");
    assertThat(checkout.resolve(".git")).doesNotExist();
    try (Stream<Path> cached = Files.list(checkout.getParent())) {
      assertThat(cached).containsExactly(checkout);
    }
  }

  @Test
  void a_server_that_hands_out_tips_only_is_asked_for_all_of_them() {
    String first = repository.file("compose.yaml", "name: first\n").commit();
    repository.file("compose.yaml", "name: second\n").commit();
    repository.git("config", "uploadpack.allowAnySHA1InWant", "false");
    environment.put("GIT_CONFIG_COUNT", "1");
    environment.put("GIT_CONFIG_KEY_0", "protocol.version");
    environment.put("GIT_CONFIG_VALUE_0", "0");
    projects = new FetchedProjects(environment, List.of(), Logins.NONE);

    assertThat(fetched(first).resolve("compose.yaml")).hasContent("name: first\n");
  }

  @Test
  void what_is_cached_needs_no_server() throws IOException {
    String commit = repository.file("compose.yaml", "name: one\n").commit();
    Path checkout = fetched(commit);
    Files.move(folder.resolve("origin"), folder.resolve("gone"));

    assertThat(fetched(commit)).isEqualTo(checkout);
    assertThat(projects.pin(at("main"))).isInstanceOf(Answer.Refused.class);
  }

  @Test
  void branches_tags_and_the_default_are_pinned_to_their_commits() {
    String tagged = repository.commit();
    repository.git("tag", "--annotate", "--message", "one", "v1");
    repository.git("branch", "feature/main");
    String tip = repository.commit();

    assertThat(projects.pin(at("v1"))).isEqualTo(new Answer.Found<>(tagged));
    assertThat(projects.pin(at("feature/main"))).isEqualTo(new Answer.Found<>(tagged));
    assertThat(projects.pin(at("main"))).isEqualTo(new Answer.Found<>(tip));
    assertThat(projects.pin(at("refs/heads/main"))).isEqualTo(new Answer.Found<>(tip));
    assertThat(projects.pin(at(""))).isEqualTo(new Answer.Found<>(tip));
  }

  @Test
  void a_commit_that_is_not_there_is_told_and_leaves_nothing() throws IOException {
    repository.commit();

    Answer<String> answer = projects.fetch(at("4b825dc642cb6eb9a060e54bf8d69288fbee4904"));

    assertThat(answer).isInstanceOf(Answer.Refused.class);
    try (Stream<Path> cached = Files.walk(folder.resolve("cache"))) {
      assertThat(cached.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void neither_hooks_nor_filters_nor_submodules_of_anybody_have_a_part() throws IOException {
    Path proof = folder.resolve("proof");
    Path templates = Files.createDirectories(folder.resolve("home/templates/hooks"));
    Path hook = Files.writeString(templates.resolve("post-checkout"), "#!/bin/sh\ntouch " + proof);
    assertThat(hook.toFile().setExecutable(true)).isTrue();
    Files.writeString(
        folder.resolve("home/.gitconfig"),
        """
        [init]
          templateDir = %1$s
        [core]
          hooksPath = %1$s/hooks
        [filter "evil"]
          smudge = touch %2$s
          required = true
        [submodule]
          recurse = true
        [protocol "file"]
          allow = always
        """
            .formatted(templates.getParent(), proof));
    Repository module = Repository.in(Files.createDirectory(folder.resolve("module")));
    module.file("inside", "").commit();
    repository.git("-c", "protocol.file.allow=always", "submodule", "add", module.url(), "module");
    String commit =
        repository.file(".gitattributes", "* filter=evil\n").file("compose.yaml", "").commit();

    Path checkout = fetched(commit);

    assertThat(proof).doesNotExist();
    assertThat(checkout.resolve("compose.yaml")).exists();
    assertThat(checkout.resolve("module")).isEmptyDirectory();
  }

  @Test
  void a_repository_that_git_is_called_from_has_no_part() {
    String commit = repository.file("compose.yaml", "").commit();
    environment.put("GIT_DIR", folder.resolve("nowhere").toString());
    environment.put("GIT_INDEX_FILE", folder.resolve("index").toString());
    projects = new FetchedProjects(environment, List.of(), Logins.NONE);

    assertThat(fetched(commit).resolve("compose.yaml")).exists();
  }

  @Test
  void a_protocol_that_runs_programs_is_not_spoken_even_where_settings_lead_to_it()
      throws IOException {
    Path proof = folder.resolve("proof");
    Files.writeString(
        folder.resolve("home/.gitconfig"),
        """
        [url "ext::touch %s "]
          insteadOf = "https://example.com/"
        [protocol "ext"]
          allow = always
        """
            .formatted(proof));
    RemoteReference reference = RemoteReference.of("https://example.com/a.git").orElseThrow();

    assertThat(projects.pin(reference)).isInstanceOf(Answer.Refused.class);
    assertThat(proof).doesNotExist();
  }
}
