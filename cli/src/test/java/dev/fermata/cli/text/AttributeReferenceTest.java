package dev.fermata.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What is generated from the tables and kept in files; {@code -Dfermata.golden=write} rewrites. */
class AttributeReferenceTest {
  private static final boolean WRITE = "write".equals(System.getProperty("fermata.golden"));

  @Test
  void the_attribute_reference_is_up_to_date() throws IOException {
    check(Path.of("../docs/attributes.md"), AttributeReference.text());
  }

  @Test
  void the_json_schema_is_up_to_date() throws IOException {
    check(Path.of("src/test/cases/schema/expected.json"), SchemaJson.text());
  }

  private static void check(Path file, String text) throws IOException {
    if (WRITE) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text);
    }
    assertThat(text)
        .as("%s is stale: run with -Dfermata.golden=write", file)
        .isEqualTo(Files.readString(file));
  }
}
