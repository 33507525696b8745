package dev.fermata.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.sources.registry.PlayedRegistry;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What is published must come up elsewhere as it is here. */
class PublishIT {

  @Test
  void a_published_project_comes_up_with_its_env_files() throws IOException {
    try (var registry = new PlayedRegistry();
        var scenario =
            Scenario.of(
                "services: {web: {image: busybox, command: sleep 1000, env_file: web.env}}")) {
      scenario.write("web.env", "FLAVOR=published\n");
      var published =
          scenario.fermata("publish", "--with-env", registry.host() + "/team/shop:2").mustSucceed();
      String reference = published.err().replaceFirst("(?s).* published as (\\S+)\n$", "$1");

      scenario
          .with("XDG_CACHE_HOME", scenario.folder() + "/cache")
          .fermata("--allow-remote", "-f", reference, "up", "-d")
          .mustSucceed();

      assertThat(scenario.fermata("exec", "-T", "web", "env").mustSucceed().out())
          .contains("FLAVOR=published");
    }
  }
}
