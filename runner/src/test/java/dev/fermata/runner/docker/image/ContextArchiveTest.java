package dev.fermata.runner.docker.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.model.Build;
import dev.fermata.model.Project;
import dev.fermata.model.ServiceName;
import dev.fermata.model.builder.ProjectBuilder;
import dev.fermata.runner.engine.EngineException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContextArchiveTest {
  @TempDir private Path folder;

  private static Build build(Optional<String> file, Optional<String> inline) {
    Project project =
        ProjectBuilder.named("built")
            .directory("/unused")
            .service(
                "web",
                web ->
                    web.build(build -> {
                      build.set("context", "/unused");
                      file.ifPresent(name -> build.set("dockerfile", name));
                      inline.ifPresent(text -> build.set("dockerfile_inline", text));
                    }))
            .build()
            .value()
            .orElseThrow();
    return project.service(new ServiceName("web")).build().orElseThrow();
  }

  private static Build file(String name) {
    return build(Optional.of(name), Optional.empty());
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Read by another implementation of the format than ours. */
  private Map<String, TarArchiveEntry> sent(Build build) throws IOException {
    var bytes = new ByteArrayOutputStream();
    ContextArchive.of(folder, Dockerfile.of(build, folder)).writeTo(bytes);
    var entries = new LinkedHashMap<String, TarArchiveEntry>();
    try (var tar = new TarArchiveInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        entries.put(entry.getName(), entry);
      }
    }
    return entries;
  }

  private static TarArchiveEntry entry(Map<String, TarArchiveEntry> entries, String name) {
    return Objects.requireNonNull(entries.get(name));
  }

  @Test
  void what_is_ignored_stays_behind_but_not_the_build_files() throws IOException {
    write("Dockerfile", "FROM busybox");
    write(".dockerignore", "*\n!kept\n");
    write("kept/a", "a");
    write("dropped/b", "b");
    assertThat(sent(file("Dockerfile")).keySet())
        .containsExactly(".dockerignore", "Dockerfile", "kept/", "kept/a");
  }

  @Test
  void rules_beside_the_dockerfile_come_first() throws IOException {
    write("docker/web.Dockerfile", "FROM busybox");
    write("docker/web.Dockerfile.dockerignore", "a");
    write(".dockerignore", "b");
    write("a", "a");
    write("b", "b");
    assertThat(sent(file("docker/web.Dockerfile")).keySet()).contains("b").doesNotContain("a");
  }

  @Test
  void an_inline_dockerfile_and_one_outside_are_added() throws IOException {
    write("a", "a");
    var inline = build(Optional.empty(), Optional.of("FROM scratch"));
    assertThat(sent(inline).keySet()).containsExactly(".dockerfile.fermata", "a");
    Path outside = Files.createTempFile("Dockerfile", "");
    Files.writeString(outside, "FROM busybox");
    assertThat(sent(file(outside.toString())).keySet()).containsExactly(".dockerfile.fermata", "a");
    Files.delete(outside);
  }

  @Test
  void long_names_links_and_modes_survive() throws IOException {
    String longName = "é".repeat(40) + "/" + "n".repeat(120);
    write("Dockerfile", "FROM busybox");
    write(longName, "x");
    write("run.sh", "#!/bin/sh");
    assertThat(folder.resolve("run.sh").toFile().setExecutable(true, false)).isTrue();
    Files.createSymbolicLink(folder.resolve("link"), Path.of("run.sh"));
    var entries = sent(file("Dockerfile"));
    assertThat(entries).containsKeys(longName, "link");
    assertThat(entry(entries, "link").getLinkName()).isEqualTo("run.sh");
    assertThat(entry(entries, "run.sh").getMode() & 0111).isEqualTo(0111);
    assertThat(entry(entries, "run.sh").getLongUserId()).isZero();
  }

  @Test
  void what_needs_buildkit_is_refused_by_name() throws IOException {
    write("Dockerfile", "FROM busybox\nRUN --mount=type=cache,target=/x make\n");
    var dockerfile = Dockerfile.of(file("Dockerfile"), folder);
    assertThatThrownBy(() -> dockerfile.requireClassic())
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("`RUN --mount` in line 2 of Dockerfile needs BuildKit");
  }

  @Test
  void a_missing_dockerfile_is_named() {
    assertThatThrownBy(() -> Dockerfile.of(file("Nofile"), folder))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining(folder.resolve("Nofile").toString());
  }
}
