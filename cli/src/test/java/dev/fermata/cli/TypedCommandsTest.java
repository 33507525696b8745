package dev.fermata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the native image has to keep for the typed commands of docker-java that we call. */
class TypedCommandsTest {
  private static final Path METADATA =
      Path.of(
          "../runner/src/main/resources/META-INF/native-image/dev.fermata/runner"
              + "/reachability-metadata.json");

  private static final boolean WRITE = "write".equals(System.getProperty("fermata.golden"));

  @Test
  void the_native_image_keeps_what_the_commands_that_are_called_look_into() throws Exception {
    var classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("dev.fermata");

    String metadata = metadata(TypedCommands.lookedInto(TypedCommands.calledIn(classes)));

    if (WRITE) {
      Files.createDirectories(METADATA.toAbsolutePath().getParent());
      Files.writeString(METADATA, metadata);
    }
    assertThat(metadata)
        .as("%s is stale: run with -Dfermata.golden=write", METADATA)
        .isEqualTo(Files.readString(METADATA));
  }

  @Test
  void a_command_is_looked_into_with_all_that_it_sends_and_is_answered() throws Exception {
    assertThat(TypedCommands.lookedInto(Set.of("CommitCmd")))
        .contains(
            "com.github.dockerjava.core.command.CommitCmdImpl",
            "com.github.dockerjava.core.command.AbstrDockerCmd",
            "com.github.dockerjava.api.model.ExposedPorts");
    assertThat(TypedCommands.lookedInto(Set.of("InspectContainerCmd")))
        .contains(
            "com.github.dockerjava.api.command.InspectContainerResponse",
            "com.github.dockerjava.api.model.Capability[]");
    assertThat(TypedCommands.lookedInto(Set.of("SearchImagesCmd")))
        .contains("com.github.dockerjava.api.model.SearchItem");
  }

  private static String metadata(Set<String> classes) {
    return classes.stream()
        .map(TypedCommandsTest::entry)
        .collect(Collectors.joining(",", "{\n  \"reflection\": [", "]\n}\n"));
  }

  /** Nothing is looked up in an array. */
  private static String entry(String type) {
    if (type.endsWith("[]")) {
      return "\n"
          + """
          {
            "condition": { "typeReached": "dev.fermata.runner.docker.typed.TypedClient" },
            "type": "%s"
          }\
          """
              .formatted(type)
              .indent(4)
              .stripTrailing();
    }
    return "\n"
        + """
        {
          "condition": { "typeReached": "dev.fermata.runner.docker.typed.TypedClient" },
          "type": "%s",
          "allDeclaredFields": true,
          "allDeclaredMethods": true,
          "allDeclaredConstructors": true
        }\
        """
            .formatted(type)
            .indent(4)
            .stripTrailing();
  }
}
