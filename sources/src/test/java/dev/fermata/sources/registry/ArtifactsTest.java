package dev.fermata.sources.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.load.remote.RemoteReference;
import dev.fermata.model.load.remote.Remotes.Answer;
import dev.fermata.sources.FetchedProjects;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ArtifactsTest {
  private static final String FILE = "file+yaml";
  private static final String MAIN = "\"com.docker.compose.file\":\"compose.yaml\"";

  @TempDir private Path folder;
  private final Map<String, Login> logins = new HashMap<>();
  private PlayedRegistry registry;
  private FetchedProjects projects;

  @BeforeEach
  void start() throws IOException {
    registry = new PlayedRegistry();
    projects =
        new FetchedProjects(
            Map.of("XDG_CACHE_HOME", folder + "/cache", "HOME", folder.toString()),
            List.of(),
            asked -> Optional.ofNullable(logins.get(asked)));
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  private RemoteReference at(String place) {
    return RemoteReference.of("oci://" + registry.host() + "/team/shop" + place).orElseThrow();
  }

  private Path fetched(String digest) {
    Answer<String> answer = projects.fetch(at("@" + digest));
    assertThat(answer).isInstanceOf(Answer.Found.class);
    return Path.of(((Answer.Found<String>) answer).value());
  }

  private String refusal(String digest) {
    Answer<String> answer = projects.fetch(at("@" + digest));
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    assertThat(folder.resolve("cache/fermata/remote/oci")).isEmptyDirectory();
    return ((Answer.Refused<String>) answer).message();
  }

  private String whole() {
    return PlayedRegistry.project(
        registry.layer(FILE, MAIN, "services:\n"),
        registry.layer(FILE, MAIN, "name: over\n"),
        registry.layer(
            FILE,
            "\"com.docker.compose.extends\":\"true\",\"com.docker.compose.file\":\"base.yaml\"",
            "name: base\n"),
        registry.layer("envfile", "\"com.docker.compose.envfile\":\"web.env\"", "A=1\n"),
        "{\"mediaType\":\"application/unknown\",\"digest\":\"none\",\"size\":1}");
  }

  @Test
  void compose_files_become_documents_of_one_file_and_the_others_stand_beside_it() {
    Path checkout = fetched(registry.manifest(whole()));

    assertThat(checkout.resolve("compose.yaml")).hasContent("services:\n\n---\nname: over\n");
    assertThat(checkout.resolve("base.yaml")).hasContent("name: base\n");
    assertThat(checkout.resolve("web.env")).hasContent("A=1\n");
    assertThat(checkout.toFile().list()).hasSize(3);
  }

  @Test
  void the_form_before_oci_1_1_is_known_by_its_configuration() {
    String digest =
        registry.manifest(PlayedRegistry.oldProject(registry.layer(FILE, MAIN, "name: old\n")));

    assertThat(fetched(digest).resolve("compose.yaml")).hasContent("name: old\n");
  }

  @Test
  void what_is_cached_needs_no_registry() {
    String digest = registry.manifest(whole());
    Path checkout = fetched(digest);
    int asked = registry.requests().size();

    assertThat(fetched(digest)).isEqualTo(checkout);
    assertThat(registry.requests()).hasSize(asked);
  }

  @Test
  void a_tag_is_pinned_by_a_question_for_the_head_alone() {
    String digest = registry.manifest(whole());

    assertThat(projects.pin(at(":1"))).isEqualTo(new Answer.Found<>(digest));
    assertThat(registry.requests()).containsExactly("HEAD /v2/team/shop/manifests/1");
    assertThat(projects.pin(at(":2"))).isInstanceOf(Answer.Refused.class);
  }

  @Test
  void a_login_is_used_where_the_registry_wants_one() {
    registry.guard("me:secret");
    String digest = registry.manifest(whole());
    assertThat(refusalOfLogin(digest)).contains("wants a login to read");

    logins.put(registry.host(), new Login.Password("me", "secret"));

    assertThat(fetched(digest).resolve("web.env")).exists();
  }

  @Test
  void an_identity_token_is_exchanged_for_the_right_to_read() {
    registry.guardByIdentity("long-lived");
    String digest = registry.manifest(whole());

    logins.put(registry.host(), new Login.IdentityToken("wrong"));
    assertThat(refusalOfLogin(digest)).contains("wants another login to read");
    logins.put(registry.host(), new Login.IdentityToken("long-lived"));

    assertThat(fetched(digest).resolve("web.env")).exists();
    assertThat(registry.requests()).contains("POST /token").doesNotContain("GET /token");
  }

  @Test
  void nobody_is_asked_for_a_login_that_no_registry_wants() {
    String digest = registry.manifest(whole());
    projects =
        new FetchedProjects(
            Map.of("XDG_CACHE_HOME", folder + "/cache"),
            List.of(),
            asked -> {
              throw new AssertionError("asked for a login to " + asked);
            });

    assertThat(fetched(digest).resolve("web.env")).exists();
  }

  @Test
  void a_login_as_text_gives_nothing_away() {
    assertThat(new Login.Password("me", "secret")).hasToString("the password of me");
    assertThat(new Login.IdentityToken("secret")).hasToString("an identity token");
  }

  @Test
  void a_login_goes_nowhere_where_it_is_not_safe() {
    registry.guardBy("http://registry.example.com/token");
    assertThat(refusalOfLogin(registry.manifest(whole()))).contains("which is not encrypted");

    registry.guardBy("a b");
    assertThat(refusalOfLogin(registry.manifest(whole()))).contains("`a b`, which is no address");
  }

  private String refusalOfLogin(String digest) {
    return ((Answer.Refused<String>) projects.fetch(at("@" + digest))).message();
  }

  @Test
  void an_index_leads_to_the_project_that_it_holds_or_is_about() {
    String image =
        "{\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"digest\":\"%s\"}"
            .formatted("sha256:" + "0".repeat(64));
    String project =
        "{\"digest\":\"%s\",\"artifactType\":\"application/vnd.docker.compose.project\"}"
            .formatted(registry.manifest(whole()));

    String about =
        registry.manifest("{\"manifests\":[%s],\"subject\":%s}".formatted(image, project));
    String holding = registry.manifest("{\"manifests\":[%s,%s]}".formatted(image, project));
    String neither = registry.manifest("{\"manifests\":[%s]}".formatted(image));

    assertThat(fetched(about).resolve("base.yaml")).exists();
    assertThat(fetched(holding).resolve("base.yaml")).exists();
    assertThat(((Answer.Refused<String>) projects.fetch(at("@" + neither))).message())
        .contains("an index of manifests");
  }

  @Test
  void an_image_is_no_project() {
    String digest =
        registry.manifest(
            "{\"config\":{\"mediaType\":\"application/vnd.oci.image.config.v1+json\"}}");

    assertThat(refusal(digest)).contains("no published Compose project, but an image");
  }

  @Test
  void a_blob_or_manifest_that_is_not_what_its_digest_says_is_refused() {
    String layer = registry.layer(FILE, MAIN, "services: {}\n");
    registry.forge(registry.blob("services: {}\n"), "services: []\n");
    assertThat(refusal(registry.manifest(PlayedRegistry.project(layer))))
        .contains("answers with something else");

    String wrong = "sha256:" + "0".repeat(64);
    String manifest = PlayedRegistry.project();
    registry.manifest(manifest, wrong);
    assertThat(refusal(wrong)).contains("answers with something else");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../evil", "/etc/evil", "a/b", "..", ".", "", "a\\\\b", "C:evil", "a\\u0000b"})
  void names_that_lead_out_of_the_folder_are_refused(String name) {
    String layer =
        registry.layer("envfile", "\"com.docker.compose.envfile\":\"" + name + "\"", "A=1\n");

    assertThat(refusal(registry.manifest(PlayedRegistry.project(layer))))
        .contains("cannot be named");
  }

  @Test
  void what_is_too_large_for_a_project_is_refused_before_it_is_fetched() {
    String layer =
        registry.layer(FILE, MAIN, "x").replace("\"size\":1,", "\"size\":" + (33L << 20) + ",");
    refusal(registry.manifest(PlayedRegistry.project(layer)));
    String[] many = new String[501];
    java.util.Arrays.fill(many, registry.layer(FILE, MAIN, "x"));
    refusal(registry.manifest(PlayedRegistry.project(many)));

    assertThat(registry.requests()).noneMatch(request -> request.contains("/blobs/"));
  }

  @Test
  void a_blob_that_is_longer_than_announced_is_not_read_to_its_end() {
    String layer =
        registry.layer(FILE, MAIN, "services: {}\n").replace("\"size\":13", "\"size\":3");

    assertThat(refusal(registry.manifest(PlayedRegistry.project(layer))))
        .contains("longer than 3 bytes");
  }
}
