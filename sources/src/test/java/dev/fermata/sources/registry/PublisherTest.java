package dev.fermata.sources.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fermata.model.load.remote.OciReference;
import dev.fermata.model.load.remote.RemoteReference;
import dev.fermata.model.load.remote.Remotes.Answer;
import dev.fermata.sources.FetchedProjects;
import dev.fermata.sources.cache.UnreachableProject;
import dev.fermata.sources.registry.Publisher.Edition;
import dev.fermata.sources.registry.Publisher.Published;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PublisherTest {
  private static final List<PublishedFile> FILES =
      List.of(
          PublishedFile.composeFile("compose.yaml", "services:\n", "5"),
          PublishedFile.composeFile("over.yaml", "name: over\n", "5"),
          PublishedFile.extended("base.yaml", "name: base\n", "5"),
          PublishedFile.envFile("web.env", "A=1\n", "5"));

  @TempDir private Path folder;
  private final Map<String, Login> logins = new HashMap<>();
  private PlayedRegistry registry;
  private Publisher publisher;

  @BeforeEach
  void start() throws IOException {
    registry = new PlayedRegistry();
    publisher =
        new Publisher(
            Map.of(),
            List.of(),
            asked -> Optional.ofNullable(logins.get(asked)),
            Patience.of(told -> {}));
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  private OciReference at(String place) {
    return (OciReference) RemoteReference.of("oci://" + registry.host() + place).orElseThrow();
  }

  private static Edition edition(Optional<OciVersion> form) {
    return new Edition(FILES, "5", "2026-11-30T15:30:34Z", form);
  }

  private Published publish() throws UnreachableProject {
    return publisher.publish(at("/team/shop:2"), edition(Optional.empty()));
  }

  @Test
  void what_is_published_can_be_fetched() throws UnreachableProject {
    Published published = publish();

    var projects =
        new FetchedProjects(
            Map.of("XDG_CACHE_HOME", folder + "/cache", "HOME", folder.toString()),
            List.of(),
            Logins.NONE);
    Answer<String> answer = projects.fetch(at("/team/shop:2@" + published.digest()));
    Path project = Path.of(((Answer.Found<String>) answer).value());
    assertThat(project.resolve("compose.yaml")).hasContent("services:\n\n---\nname: over\n");
    assertThat(project.resolve("base.yaml")).hasContent("name: base\n");
    assertThat(project.resolve("web.env")).hasContent("A=1\n");
  }

  /** Recorded from Docker Compose 5.6, less its version and the files. */
  @Test
  void the_manifest_is_docker_composes_to_the_letter() throws UnreachableProject {
    publisher.publish(
        at("/team/shop:2"),
        new Edition(
            List.of(
                PublishedFile.extended(
                    "c761e6d3.yaml",
                    "services:\n  base:\n    image: localhost:5000/library/busybox:latest\n",
                    "5.6.0")),
            "5.6.0",
            "2026-11-30T15:30:34Z",
            Optional.empty()));

    assertThat(registry.content("/v2/team/shop/manifests/2"))
        .hasValue(
            "{\"schemaVersion\":2,"
                + "\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\","
                + "\"artifactType\":\"application/vnd.docker.compose.project\","
                + "\"config\":{\"mediaType\":\"application/vnd.oci.empty.v1+json\",\"digest\":"
                + "\"sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a\","
                + "\"size\":2,\"data\":\"e30=\"},"
                + "\"layers\":[{\"mediaType\":\"application/vnd.docker.compose.file+yaml\","
                + "\"digest\":"
                + "\"sha256:32566dbc6d4083f279fc0db0ed0bfb09f555fd32231b2373e66593a0090ee2f9\","
                + "\"size\":67,\"annotations\":{\"com.docker.compose.extends\":\"true\","
                + "\"com.docker.compose.file\":\"c761e6d3.yaml\","
                + "\"com.docker.compose.version\":\"5.6.0\"},"
                + "\"data\":\"c2VydmljZXM6CiAgYmFzZToKICAgIGltYWdlOiBsb2NhbGhvc3Q6NTAwMC9saWJyYXJ5L2J1c3lib3g6bGF0ZXN0Cg==\"}],"
                + "\"annotations\":{\"org.opencontainers.image.created\":"
                + "\"2026-11-30T15:30:34Z\"}}");
  }

  @Test
  void a_registry_that_refuses_types_gets_the_older_form() throws UnreachableProject {
    registry.beOld();

    Published published = publish();

    assertThat(published.form()).isEqualTo(OciVersion.V1_0);
    assertThat(registry.content("/v2/team/shop/manifests/" + published.digest()).orElseThrow())
        .contains("application/vnd.docker.compose.config.empty.v1+json")
        .doesNotContain("artifactType");
  }

  @Test
  void a_form_that_was_asked_for_is_the_only_one() {
    registry.beOld();

    assertThatExceptionOfType(UnreachableProject.class)
        .isThrownBy(
            () -> publisher.publish(at("/team/shop:2"), edition(Optional.of(OciVersion.V1_1))))
        .withMessageContaining("answers with status 400");
  }

  @Test
  void what_is_there_is_not_sent_again() throws UnreachableProject {
    publish();
    int before = registry.requests().size();

    publish();

    assertThat(registry.requests().subList(before, registry.requests().size()))
        .noneMatch(request -> request.startsWith("POST"));
  }

  @Test
  void the_right_to_write_is_asked_for_with_the_login() throws UnreachableProject {
    registry.guard("jo:pw");
    logins.put(registry.host(), new Login.Password("jo", "pw"));

    publish();

    assertThat(registry.scopes()).containsExactly("scope=repository:team/shop:pull,push");
  }

  @Test
  void without_a_login_the_refusal_says_what_to_do() {
    registry.guard("jo:pw");

    assertThatExceptionOfType(UnreachableProject.class)
        .isThrownBy(this::publish)
        .withMessageContaining("wants a login to write")
        .satisfies(
            e -> assertThat(e.hint()).hasValue("log in: `docker login " + registry.host() + "`"));
  }

  @Test
  void images_go_along_and_an_index_tells_of_them() throws UnreachableProject {
    String image = registry.image("library/db");
    Published project = publish();

    String index =
        publisher.application(
            at("/team/shop:2"), project, List.of(at("/library/db:1@" + image)), "5");

    assertThat(registry.content("/v2/team/shop/manifests/" + image)).isPresent();
    assertThat(registry.content("/v2/team/shop/manifests/" + index).orElseThrow())
        .contains("\"manifests\":[{\"mediaType\"", image, "\"subject\":", project.digest())
        .endsWith("\"annotations\":{\"com.docker.compose.version\":\"5\"}}");
    assertThat(registry.requests()).noneMatch(it -> it.startsWith("GET /v2/library/db/blobs"));
  }

  @Test
  void layers_of_another_registry_are_passed_on() throws Exception {
    try (var other = new PlayedRegistry()) {
      String image = other.image("library/db");
      var theirs =
          (OciReference)
              RemoteReference.of("oci://" + other.host() + "/library/db@" + image).orElseThrow();

      publisher.application(at("/team/shop:2"), publish(), List.of(theirs), "5");
    }

    String layer = Digests.of("the files of library/db".getBytes(StandardCharsets.UTF_8));
    assertThat(registry.content("/v2/team/shop/blobs/" + layer))
        .hasValue("the files of library/db");
  }
}
