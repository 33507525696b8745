package dev.fermata.model.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.Platform;
import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.load.file.Sources;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DefaultPlatformTest {
  private static final String FILE =
      """
      services:
        any: {image: busybox}
        own: {image: busybox, platform: linux/arm64}
      """;

  @Test
  void the_platform_of_the_environment_is_for_services_that_name_none() {
    Project project = load(Map.of("DOCKER_DEFAULT_PLATFORM", "linux/amd64"));

    assertThat(platform(project, "any")).contains(Platform.of("linux/amd64"));
    assertThat(platform(project, "own")).contains(Platform.of("linux/arm64"));
  }

  @Test
  void it_is_no_part_of_the_model_that_is_shown_and_hashed() {
    Project with = load(Map.of("DOCKER_DEFAULT_PLATFORM", "linux/amd64"));

    assertThat(service(with, "any").definition().tree().get("platform")).isEmpty();
  }

  @Test
  void without_it_the_engine_decides() {
    assertThat(platform(load(Map.of("DOCKER_DEFAULT_PLATFORM", "")), "any")).isEmpty();
  }

  private static Project load(Map<String, String> environment) {
    Sources sources =
        path ->
            path.equals("/p/compose.yaml")
                ? new Sources.Content.Found(FILE.getBytes(StandardCharsets.UTF_8))
                : new Sources.Content.Absent();
    return new Loader(sources).load(LoadRequest.of("/p", environment)).value().orElseThrow();
  }

  private static Service service(Project project, String name) {
    return project.service(new ServiceName(name));
  }

  private static Optional<Platform> platform(Project project, String name) {
    return service(project, name).lifecycle().platform();
  }
}
