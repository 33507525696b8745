package dev.fermata.runner.docker.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.runner.engine.EngineException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContextFolderTest {
  @TempDir private Path folder;

  @Test
  void a_context_is_a_folder() {
    assertThat(ContextFolder.of(folder + "/a/..")).isEqualTo(folder);
    assertThatThrownBy(() -> ContextFolder.of(folder + "/missing"))
        .hasMessage("the build context `" + folder + "/missing` is not a folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ext://../../..", "file:///", "service:../../..", "."})
  void an_address_that_nobody_knows_does_not_become_a_path_of_this_machine(String context) {
    assertThatThrownBy(() -> ContextFolder.of(context)).isInstanceOf(EngineException.class);
  }
}
