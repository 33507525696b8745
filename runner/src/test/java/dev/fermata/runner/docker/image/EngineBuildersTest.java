package dev.fermata.runner.docker.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.planner.observed.Builders;
import dev.fermata.planner.observed.Builders.BuildKit;
import dev.fermata.planner.observed.Builders.Buildx;
import dev.fermata.planner.observed.Builders.Use;
import dev.fermata.runner.docker.call.Greeting;
import dev.fermata.runner.docker.image.EngineBuilders.Reach;
import dev.fermata.runner.docker.location.ApiVersion;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EngineBuildersTest {
  private static final Optional<String> UNSAID = Optional.empty();

  private static Greeting greeting(
      String api, String system, String server, Optional<String> builder) {
    return new Greeting(ApiVersion.of(api), system, server, builder);
  }

  private static BuildKit buildKit(Greeting greeting) {
    return EngineBuilders.of(greeting, Reach.CONNECTIONS, Map.of(), Buildx.ABSENT).buildKit();
  }

  @Test
  void a_docker_engine_has_buildkit_whether_it_says_so_or_not() {
    assertThat(buildKit(greeting("1.41", "linux", "Docker/20.10.24 (linux)", UNSAID)))
        .isEqualTo(BuildKit.OF_20_10);
    assertThat(buildKit(greeting("1.42", "linux", "Docker/23.0.1 (linux)", Optional.of("2"))))
        .isEqualTo(BuildKit.OF_23);
    assertThat(buildKit(greeting("1.51", "linux", "Docker/28.5.2 (linux)", Optional.of("1"))))
        .isEqualTo(BuildKit.OF_24);
  }

  @Test
  void others_have_none() {
    assertThat(buildKit(greeting("1.41", "linux", "Libpod/5.4.2 (linux)", UNSAID)))
        .isEqualTo(BuildKit.ABSENT);
    assertThat(buildKit(greeting("1.51", "windows", "Docker/28.5.2 (windows)", Optional.of("1"))))
        .isEqualTo(BuildKit.ABSENT);
  }

  @Test
  void a_client_that_hands_over_no_connections_reaches_none() {
    Greeting docker = greeting("1.51", "linux", "Docker/28.5.2 (linux)", Optional.of("2"));

    assertThat(EngineBuilders.of(docker, Reach.CALLS, Map.of(), Buildx.ABSENT).buildKit())
        .isEqualTo(BuildKit.ABSENT);
  }

  @Test
  void the_environment_switches_it_off_or_names_a_builder() {
    Greeting docker = greeting("1.51", "linux", "Docker/28.5.2 (linux)", Optional.of("2"));
    Map<String, String> environment = Map.of("DOCKER_BUILDKIT", "0", "BUILDX_BUILDER", "far");

    Builders builders = EngineBuilders.of(docker, Reach.CONNECTIONS, environment, Buildx.INSTALLED);

    assertThat(builders.use()).isEqualTo(Use.SWITCHED_OFF);
    assertThat(builders.named()).contains("far");
  }
}
