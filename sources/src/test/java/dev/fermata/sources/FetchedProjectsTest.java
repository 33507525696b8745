package dev.fermata.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.sources.registry.Logins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FetchedProjectsTest {
  private final FetchedProjects projects =
      new FetchedProjects(Map.of("HOME", "/nowhere"), List.of(), Logins.NONE);

  @TempDir private Path folder;

  @Test
  void links_are_followed_as_far_as_they_lead() throws IOException {
    Path inside = Files.createDirectory(folder.resolve("inside")).toRealPath();
    Path real = inside.getParent();
    Files.createSymbolicLink(inside.resolve("up"), Path.of(".."));
    Files.createSymbolicLink(inside.resolve("dangling"), Path.of("../not/there"));
    Files.createSymbolicLink(inside.resolve("loop"), Path.of("loop"));

    assertThat(projects.real(inside + "/up/x")).isEqualTo(real + "/x");
    assertThat(projects.real(inside + "/dangling")).isEqualTo(real + "/not/there");
    assertThat(projects.real(inside + "/not/there")).isEqualTo(inside + "/not/there");
    assertThat(projects.real(inside + "/a\0")).isEqualTo(inside + "/a\0");
    assertThat(projects.real(inside + "/loop")).isEqualTo(inside + "/loop");
  }
}
