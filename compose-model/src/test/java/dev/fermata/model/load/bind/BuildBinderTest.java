package dev.fermata.model.load.bind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.Build;
import dev.fermata.model.BuildContext;
import dev.fermata.model.ByteSize;
import dev.fermata.model.ImageRef;
import dev.fermata.model.Platform;
import dev.fermata.model.Project;
import dev.fermata.model.Resources.Ulimit;
import dev.fermata.model.ServiceName;
import dev.fermata.model.builder.ProjectBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BuildBinderTest {
  private static Build build(Map<String, Object> attributes) {
    Project project =
        ProjectBuilder.named("shop")
            .directory("/shop")
            .service("base", base -> base.build("/base"))
            .service("web", web -> web.build(build -> attributes.forEach(build::set)))
            .secret("token", secret -> secret.set("file", "/token"))
            .build()
            .value()
            .orElseThrow();
    return project.service(new ServiceName("web")).build().orElseThrow();
  }

  @Test
  void contexts_are_told_apart_by_how_they_are_written() {
    Build build =
        build(
            Map.of(
                "context",
                "https://example.com/a.git#main:web",
                "additional_contexts",
                Map.of(
                    "folder", "parts",
                    "base", "service:base",
                    "image", "docker-image://alpine:3.22",
                    "layout", "oci-layout:///images/a:1",
                    "git", "git@example.com:a/b.git")));

    assertThat(build.source().context())
        .isEqualTo(new BuildContext.Remote("https://example.com/a.git#main:web"));
    assertThat(build.source().contexts())
        .containsOnly(
            Map.entry("folder", new BuildContext.Folder("/shop/parts")),
            Map.entry("base", new BuildContext.OfService(new ServiceName("base"))),
            Map.entry("image", new BuildContext.OfImage(new ImageRef("alpine:3.22"))),
            Map.entry("layout", new BuildContext.Layout("/images/a:1")),
            Map.entry("git", new BuildContext.Remote("git@example.com:a/b.git")));
  }

  @Test
  void a_context_is_written_as_it_was_read() {
    for (String text :
        List.of("/a", "service:a", "docker-image://a:1", "oci-layout:///a@sha256:1", "git@a:b")) {
      assertThat(BuildContext.of(text).text()).isEqualTo(text);
    }
  }

  @Test
  void what_a_build_runs_in_is_bound_with_what_it_may_do() {
    Build.Sandbox sandbox =
        build(
                Map.of(
                    "context", "/web",
                    "network", "host",
                    "shm_size", "64m",
                    "ulimits", Map.of("nofile", Map.of("soft", 1, "hard", 2), "nproc", 3),
                    "privileged", true,
                    "entitlements", List.of("network.host"),
                    "isolation", "default"))
            .sandbox();

    assertThat(sandbox.network()).contains("host");
    assertThat(sandbox.shmSize()).contains(new ByteSize(64L << 20));
    assertThat(sandbox.ulimits())
        .containsOnly(Map.entry("nofile", new Ulimit(1, 2)), Map.entry("nproc", new Ulimit(3, 3)));
    assertThat(sandbox.entitlements()).containsExactly("network.host", "security.insecure");
    assertThat(sandbox.isolation()).contains("default");
  }

  @Test
  void secrets_and_agents_have_the_ids_that_a_dockerfile_knows() {
    Build.Access access =
        build(
                Map.of(
                    "context", "/web",
                    "secrets", List.of("token", Map.of("source", "token", "target", "other")),
                    "ssh", List.of("default", "own=/key")))
            .access();

    assertThat(access.secrets())
        .containsOnly(Map.entry("token", "token"), Map.entry("other", "token"));
    assertThat(access.agents())
        .containsOnly(
            Map.entry("default", Optional.empty()), Map.entry("own", Optional.of("/key")));
  }

  @Test
  void what_is_said_of_the_image_and_the_caches_is_bound() {
    Build build =
        build(
            Map.of(
                "context",
                "/web",
                "tags",
                List.of("a:1"),
                "platforms",
                List.of("linux/amd64", "linux/arm64"),
                "provenance",
                true,
                "sbom",
                "generator=a",
                "cache_from",
                List.of("a"),
                "cache_to",
                List.of("type=inline"),
                "no_cache_filter",
                "first",
                "no_cache",
                true));

    assertThat(build.image().platforms())
        .containsExactly(Platform.of("linux/amd64"), Platform.of("linux/arm64"));
    assertThat(build.image().provenance()).contains("true");
    assertThat(build.image().sbom()).contains("generator=a");
    assertThat(build.image().tags()).containsExactly("a:1");
    assertThat(build.caches())
        .isEqualTo(new Build.Caches(List.of("a"), List.of("type=inline"), List.of("first")));
    assertThat(build.options()).isEqualTo(Set.of(Build.Option.NO_CACHE));
  }
}
