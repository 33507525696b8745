package dev.fermata.runner.docker.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.testing.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerfileTest {
  @TempDir private Path folder;

  @Test
  void a_dockerfile_that_is_not_there_is_told_so_in_words() {
    assertThat(refusal().getMessage()).contains(folder.resolve("Dockerfile").toString());
    assertThat(refusal().detail()).isEqualTo("there is no such file");
  }

  @Test
  void a_folder_is_no_dockerfile() throws IOException {
    Files.createDirectory(folder.resolve("Dockerfile"));

    assertThat(refusal().detail()).isEqualTo("it is a folder");
  }

  private EngineException refusal() {
    EngineException refusal =
        catchThrowableOfType(
            EngineException.class, () -> Dockerfile.of(Models.build(folder.toString()), folder));
    assertThat(refusal).isNotNull();
    return refusal;
  }
}
