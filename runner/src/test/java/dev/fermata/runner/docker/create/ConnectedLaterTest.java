package dev.fermata.runner.docker.create;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.NetworkAttachment;
import dev.fermata.model.Project;
import dev.fermata.model.ServiceName;
import dev.fermata.model.load.LoadRequest;
import dev.fermata.model.load.Loader;
import dev.fermata.model.load.file.Sources;
import dev.fermata.planner.ContainerSpec;
import dev.fermata.planner.ResolvedService;
import dev.fermata.runner.docker.location.ApiVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ConnectedLaterTest {
  private static final String COMPOSE =
      """
      name: project
      services:
        db: {image: busybox, networks: [inner]}
        web:
          image: busybox
          links: ["db:database"]
          networks:
            inner: {aliases: [www]}
            edge:
      networks:
        inner:
        edge:
      """;

  private final ContainerSpec spec = spec(load());

  @Test
  void old_engines_connect_the_second_network_later() {
    assertThat(later("1.41"))
        .extracting(NetworkAttachment::network)
        .containsExactly("project_inner");
    assertThat(later("1.44")).isEmpty();
  }

  @Test
  void a_network_that_is_connected_later_has_the_links_too() {
    var api = ApiVersion.of("1.41");
    byte[] json = CreateTable.endpoint(spec, api, later("1.41").getFirst()).bytes();

    assertThat(new String(json, StandardCharsets.UTF_8))
        .contains("\"Aliases\":[\"project-web-1\",\"web\",\"www\"]")
        .contains("\"project-db-1:database\"");
  }

  private List<NetworkAttachment> later(String api) {
    return CreateTable.connectedLater(spec, ApiVersion.of(api));
  }

  private static ContainerSpec spec(Project project) {
    var web = project.service(new ServiceName("web"));
    var linked = new TreeMap<>(Map.of(new ServiceName("db"), List.of("project-db-1")));
    return new ResolvedService(project, web, new TreeMap<>(), new TreeMap<>(), linked)
        .container("project-web-1", 1, new TreeMap<>());
  }

  private static Project load() {
    byte[] text = COMPOSE.getBytes(StandardCharsets.UTF_8);
    Optional<byte[]> none = Optional.empty();
    var loader =
        new Loader(
            path -> Sources.Content.of(path.endsWith("/compose.yaml") ? Optional.of(text) : none));
    return loader.load(LoadRequest.of("/project", Map.of())).value().orElseThrow();
  }
}
