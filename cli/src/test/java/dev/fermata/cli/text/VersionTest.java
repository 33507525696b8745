package dev.fermata.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class VersionTest {

  @Test
  void the_number_is_that_of_the_build() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));

    assertThat(pom)
        .containsPattern(
            "<version>" + Version.NUMBER.replace(".", "\\.") + "(-SNAPSHOT)?</version>");
  }
}
