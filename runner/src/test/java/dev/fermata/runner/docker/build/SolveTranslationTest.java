package dev.fermata.runner.docker.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.buildkit.Serving.Folder;
import dev.fermata.buildkit.Solve;
import dev.fermata.model.Project;
import dev.fermata.model.ServiceName;
import dev.fermata.model.builder.Attributes;
import dev.fermata.model.builder.ProjectBuilder;
import dev.fermata.planner.spec.BuildRequest;
import dev.fermata.runner.engine.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SolveTranslationTest {
  @TempDir Path folder;

  @BeforeEach
  void writeDockerfile() throws IOException {
    Files.writeString(folder.resolve("Dockerfile"), "FROM busybox\n");
  }

  @Test
  void the_image_goes_into_the_engines_store_under_all_its_names() {
    Solve solve = solve(build -> build.set("tags", List.of("a:1", "b:2")));

    assertThat(solve.frontend()).isEqualTo("dockerfile.v0");
    assertThat(solve.exporters())
        .containsExactly(new Solve.Entry("moby", map("name", "built-web:latest,a:1,b:2")));
  }

  @Test
  void what_a_build_says_has_a_name_in_buildkit() {
    assertThat(
            solve(build ->
                    build
                        .set("target", "last")
                        .set("args", Map.of("A", "1"))
                        .set("labels", Map.of("l", "v"))
                        .set("shm_size", "64m")
                        .set("ulimits", Map.of("nofile", Map.of("soft", 10, "hard", 20)))
                        .set("no_cache_filter", List.of("base", "last"))
                        .set("pull", true))
                .attributes())
        .containsAllEntriesOf(
            Map.of(
                "target", "last",
                "build-arg:A", "1",
                "build-arg:HTTP_PROXY", "http://proxy",
                "label:l", "v",
                "label:ours", "x",
                "shm-size", "67108864",
                "ulimit", "nofile=10:20",
                "no-cache", "base,last",
                "image-resolve-mode", "pull"));
  }

  @Test
  void an_argument_wins_over_a_proxy_of_the_same_name() {
    assertThat(solve(build -> build.set("args", Map.of("HTTP_PROXY", "mine"))).attributes())
        .containsEntry("build-arg:HTTP_PROXY", "mine");
  }

  @Test
  void without_cache_no_stage_has_one() {
    assertThat(solve(build -> build.set("no_cache", true)).attributes())
        .containsEntry("no-cache", "");
  }

  @Test
  void the_network_of_the_host_needs_a_right() {
    Solve solve = solve(build -> build.set("network", "host"));

    assertThat(solve.attributes()).containsEntry("force-network-mode", "host");
    assertThat(solve.entitlements()).containsExactly("network.host");
    assertThat(solve(build -> build.set("network", "default")).attributes())
        .doesNotContainKey("force-network-mode");
  }

  @Test
  void a_network_that_buildkit_cannot_join_is_refused() {
    assertThatThrownBy(() -> solve(build -> build.set("network", "other")))
        .isInstanceOf(EngineException.class)
        .hasMessage("a build by BuildKit cannot join the network `other`");
  }

  @Test
  void a_privileged_build_asks_for_its_right() {
    assertThat(solve(build -> build.set("privileged", true)).entitlements())
        .containsExactly("security.insecure");
  }

  @Test
  void hosts_are_addresses_the_gateway_too() {
    var solve =
        solve(
            build -> build.set("extra_hosts", List.of("a:10.0.0.1", "g=host-gateway", "s=[::1]")));

    assertThat(String.valueOf(solve.attributes().get("add-hosts")).split(",", -1))
        .containsExactlyInAnyOrder("a=10.0.0.1", "g=172.17.0.1", "s=::1");
  }

  @Test
  void caches_are_images_or_what_they_say() {
    Solve solve =
        solve(build ->
            build
                .set("cache_from", List.of("app:cache", "type=registry,ref=r/a,x=y=z"))
                .set("cache_to", List.of("type=inline")));

    assertThat(solve.cacheImports())
        .containsExactly(
            new Solve.Entry("registry", map("ref", "app:cache")),
            new Solve.Entry("registry", new TreeMap<>(Map.of("ref", "r/a", "x", "y=z"))));
    assertThat(solve.cacheExports()).containsExactly(new Solve.Entry("inline", new TreeMap<>()));
    assertThat(solve.attributes().get("cache-imports"))
        .isEqualTo(
            "[{\"Type\":\"registry\",\"Attrs\":{\"ref\":\"app:cache\"}},"
                + "{\"Type\":\"registry\",\"Attrs\":{\"ref\":\"r/a\",\"x\":\"y=z\"}}]");
  }

  @Test
  void attestations_are_made_only_where_they_are_asked_for() {
    assertThat(solve(build -> {}).attributes().keySet()).noneMatch(it -> it.startsWith("attest"));
    assertThat(solve(build -> build.set("provenance", "mode=max")).attributes())
        .containsEntry("attest:provenance", "mode=max");
    assertThat(solve(build -> build.set("provenance", true)).attributes())
        .containsEntry("attest:provenance", "mode=min");
    assertThat(solve(build -> build.set("provenance", false)).attributes())
        .doesNotContainKey("attest:provenance");
  }

  @Test
  void a_dockerfile_is_served_from_where_it_is() throws IOException {
    Path elsewhere = Files.createDirectory(folder.resolve("docker"));
    Files.writeString(elsewhere.resolve("web.df"), "FROM busybox\n");
    BuildFolders folders = folders(build -> build.set("dockerfile", "docker/web.df"));

    assertThat(folders.folders())
        .containsEntry("context", new Folder.OnDisk(folder))
        .containsEntry(folders.attributes().get("dockerfilekey"), new Folder.OnDisk(elsewhere));
    assertThat(folders.attributes()).containsEntry("filename", "web.df");
  }

  @Test
  void the_usual_dockerfile_may_be_in_small_letters() throws IOException {
    Files.move(folder.resolve("Dockerfile"), folder.resolve("dockerfile"));

    assertThat(folders(build -> {}).attributes()).containsEntry("filename", "dockerfile");
  }

  @Test
  void a_dockerfile_that_is_not_there_is_told_by_its_path() {
    assertThatThrownBy(() -> folders(build -> build.set("dockerfile", "none")))
        .isInstanceOf(EngineException.class)
        .hasMessage("cannot read the Dockerfile `" + folder.resolve("none") + "`");
  }

  @Test
  void an_inline_dockerfile_is_a_file_that_is_on_no_disk() {
    BuildFolders folders = folders(build -> build.set("dockerfile_inline", "FROM scratch\n"));

    assertThat(folders.folders().get("dockerfile"))
        .isInstanceOfSatisfying(
            Folder.InMemory.class,
            memory ->
                assertThat(new String(memory.files().get("Dockerfile"), UTF_8))
                    .isEqualTo("FROM scratch\n"));
  }

  @Test
  void named_contexts_are_folders_images_and_addresses() throws IOException {
    Path more = Files.createDirectory(folder.resolve("more"));
    BuildFolders folders =
        folders(build ->
            build.set(
                "additional_contexts",
                Map.of(
                    "more",
                    more.toString(),
                    "context",
                    more.toString(),
                    "img",
                    "docker-image://nginx:alpine",
                    "git",
                    "https://example.org/a.git#main")));

    assertThat(folders.folders())
        .containsEntry("more", new Folder.OnDisk(more))
        .containsEntry("_context", new Folder.OnDisk(more))
        .containsEntry("context", new Folder.OnDisk(folder));
    assertThat(folders.attributes())
        .containsEntry("context:more", "local:more")
        .containsEntry("context:context", "local:_context")
        .containsEntry("context:img", "docker-image://nginx:alpine")
        .containsEntry("context:git", "https://example.org/a.git#main")
        .containsEntry("frontend.caps", "moby.buildkit.frontend.contexts+forward");
  }

  @Test
  void a_repository_has_its_dockerfile_in_it_unless_that_is_inline() {
    String repository = "https://example.org/a.git#main:sub";
    BuildFolders fetched =
        folders(build -> build.set("context", repository).set("dockerfile", "d/Dockerfile"));
    BuildFolders inline =
        folders(build -> build.set("context", repository).set("dockerfile_inline", "FROM a\n"));

    assertThat(fetched.folders()).isEmpty();
    assertThat(fetched.attributes())
        .isEqualTo(Map.of("context", repository, "filename", "d/Dockerfile"));
    assertThat(inline.folders()).containsOnlyKeys("dockerfile");
    assertThat(inline.attributes()).containsEntry("dockerfilekey", "dockerfile");
  }

  private Solve solve(Consumer<Attributes> build) {
    return new SolveTranslation(
            request(build), map("HTTP_PROXY", "http://proxy"), () -> "172.17.0.1")
        .solve(new TreeMap<>());
  }

  private BuildFolders folders(Consumer<Attributes> build) {
    return BuildFolders.of(request(build).build().source());
  }

  private BuildRequest request(Consumer<Attributes> build) {
    Project project =
        ProjectBuilder.named("built")
            .directory(folder.toString())
            .service(
                "web",
                web ->
                    web.build(attributes -> {
                      attributes.set("context", folder.toString());
                      build.accept(attributes);
                    }))
            .build()
            .value()
            .orElseThrow();
    return BuildRequest.of(project, project.service(new ServiceName("web")), map("ours", "x"));
  }

  private static SortedMap<String, String> map(String key, String value) {
    return new TreeMap<>(Map.of(key, value));
  }
}
