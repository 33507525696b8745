package dev.fermata.runner.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.Build;
import dev.fermata.model.ImageRef;
import dev.fermata.model.Platform;
import dev.fermata.model.Value;
import dev.fermata.planner.spec.BuildRequest;
import dev.fermata.planner.spec.Builder;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.build.BuildFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds and pulls of a real engine, beyond the contract of all engines. */
class DockerImagesIT extends OnRealEngine {
  @Test
  void an_image_is_built_from_what_is_not_ignored(@TempDir Path folder) throws IOException {
    String dockerfile =
        """
        FROM busybox
        ARG WHAT
        COPY . /in
        RUN echo built $WHAT && ls /in
        """;
    Files.writeString(folder.resolve("Dockerfile"), dockerfile);
    Files.writeString(folder.resolve(".dockerignore"), "*.tmp\n");
    Files.writeString(folder.resolve("kept"), "x");
    Files.writeString(folder.resolve("dropped.tmp"), "x");
    var args = new LinkedHashMap<String, Value>();
    args.put("WHAT", Value.plain(name));
    var plain = Wanted.build(folder.toString(), Optional.empty());
    var build =
        new Build(
            plain.source(),
            args,
            plain.image(),
            plain.caches(),
            plain.sandbox(),
            plain.access(),
            plain.options());
    var told = new ArrayList<String>();
    String id = engine.images().build(request(build, name), event -> told.add(event.toString()));
    assertThat(told.toString())
        .contains("text=built " + name + "]", "text=kept]")
        .doesNotContain("text=dropped.tmp]");
    assertThat(engine.images().inspect(name)).map(image -> image.id()).contains(id);
  }

  @Test
  void a_build_on_a_base_of_another_platform_is_no_success(@TempDir Path folder)
      throws IOException {
    var base = Wanted.build(folder.toString(), Optional.of("FROM scratch\nLABEL a=b\n"));
    var on = Wanted.build(folder.toString(), Optional.of("FROM " + name + "-base\nLABEL c=d\n"));
    try {
      engine.images().build(request(base, name + "-base", "linux/amd64"), DockerImagesIT::ignore);

      EngineException failed =
          failure(() ->
              engine.images().build(request(on, name, "linux/arm64"), DockerImagesIT::ignore));

      // Where it has the base for another platform alone, an engine may ask the registry for this
      // one.
      assertThat(failed.kind()).isIn(Kind.IMAGE_NOT_FOUND, Kind.REGISTRY_UNREACHABLE);
      assertThat(failed.getMessage() + failed.detail()).contains(name + "-base");
    } finally {
      engine.images().remove(name + "-base:latest");
    }
  }

  private BuildRequest request(Build build, String tag, String platform) {
    return new BuildRequest(
        Builder.USUAL,
        build,
        List.of(tag),
        labels(),
        List.of(Platform.of(platform)),
        new TreeMap<>());
  }

  private BuildRequest request(Build build, String tag) {
    return new BuildRequest(
        Builder.USUAL, build, List.of(tag), labels(), List.of(), new TreeMap<>());
  }

  @Test
  void a_build_that_fails_names_its_step_and_shows_its_output(@TempDir Path folder) {
    var inline = Optional.of("FROM busybox\nRUN echo about to fail; exit 4\n");
    var request = request(Wanted.build(folder.toString(), inline), name);
    EngineException failed = failure(() -> engine.images().build(request, DockerImagesIT::ignore));
    assertThat(failed.kind()).isEqualTo(Kind.BUILD_FAILED);
    assertThat(failed)
        .hasMessageContaining("[2/2] RUN echo about to fail")
        .hasMessageEndingWith(": exit code 4");
    BuildFailure known = failed.build().orElseThrow();
    assertThat(known.lastLines()).containsExactly("about to fail");
    assertThat(known.exitCode()).hasValue(4);
  }

  private static void ignore(Object progress) {
    assertThat(progress).isNotNull();
  }

  @Test
  void an_image_that_cannot_be_pulled_is_named() {
    var image = new ImageRef("localhost:1/no/such:9");
    EngineException failed =
        failure(() -> engine.images().pull(image, Optional.empty(), DockerImagesIT::ignore));
    assertThat(failed).hasMessageContaining(image.text());
  }
}
