package dev.fermata.sources.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.load.remote.OciReference;
import dev.fermata.model.load.remote.RemoteReference;
import dev.fermata.model.load.remote.Remotes.Answer;
import dev.fermata.sources.FetchedProjects;
import dev.fermata.sources.cache.UnreachableProject;
import dev.fermata.sources.registry.Publisher.Edition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
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

/** What a registry does not answer now, it is asked again; what lasts is told at once. */
class BusyRegistryTest {
  private static final PlayedTrouble TOO_MANY = new PlayedTrouble.Status(429, "");
  private static final PlayedTrouble CUT = new PlayedTrouble.Cut();

  @TempDir private Path folder;
  private final List<Duration> waits = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final Map<String, Login> logins = new HashMap<>();
  private PlayedRegistry registry;
  private FetchedProjects projects;
  private Publisher publisher;

  @BeforeEach
  void start() throws IOException {
    registry = new PlayedRegistry();
    Map<String, String> environment = Map.of("XDG_CACHE_HOME", folder.toString());
    var patience =
        new Patience(
            InstantSource.fixed(Instant.parse("2026-05-06T10:00:00Z")), waits::add, told::add);
    Logins known = asked -> Optional.ofNullable(logins.get(asked));
    projects = new FetchedProjects(environment, List.of(), known, patience);
    publisher = new Publisher(environment, List.of(), known, patience);
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  private OciReference shop(String rest) {
    String text = "oci://" + registry.host() + "/team/shop" + rest;
    return (OciReference) RemoteReference.of(text).orElseThrow();
  }

  private String project() {
    return registry.manifest(
        PlayedRegistry.project(
            registry.layer(
                "file+yaml", "\"com.docker.compose.file\":\"compose.yaml\"", "name: shop\n")));
  }

  private void assertFetched(String digest) throws IOException {
    Answer<String> answer = projects.fetch(shop("@" + digest));
    assertThat(answer).isInstanceOf(Answer.Found.class);
    assertThat(Files.readString(Path.of(((Answer.Found<String>) answer).value(), "compose.yaml")))
        .isEqualTo("name: shop\n");
  }

  private Answer.Refused<String> refusal(String digest) {
    return (Answer.Refused<String>) projects.fetch(shop("@" + digest));
  }

  private void publish() throws UnreachableProject {
    var file = PublishedFile.composeFile("compose.yaml", "name: shop\n", "1");
    publisher.publish(
        shop(":2"), new Edition(List.of(file), "1", "2026-05-06T10:00:00Z", Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 504})
  void it_is_asked_again_after_longer_and_longer_waits(int status) throws IOException {
    String digest = project();
    var trouble = new PlayedTrouble.Status(status, "");
    registry.meet("GET", trouble, trouble, trouble, trouble);

    assertFetched(digest);

    assertThat(waits).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 8L);
    assertThat(told).hasSize(4).last().asString().endsWith("; asked again in 8 s");
  }

  @Test
  void one_that_stays_busy_is_told_with_what_can_be_done() {
    String digest = project();
    registry.meet("GET", Collections.nCopies(5, TOO_MANY).toArray(PlayedTrouble[]::new));

    Answer.Refused<String> refusal = refusal(digest);

    assertThat(refusal.message()).endsWith("has had too many requests, 5 times in a row");
    assertThat(refusal.hint().orElseThrow()).contains("`docker login " + registry.host() + "`");
  }

  @ParameterizedTest
  @ValueSource(strings = {"42", "Wed, 6 May 2026 10:00:42 GMT"})
  void it_is_waited_as_long_as_the_registry_asks(String asked) throws IOException {
    String digest = project();
    registry.meet("GET", new PlayedTrouble.Status(429, asked));

    assertFetched(digest);

    assertThat(waits).containsExactly(Duration.ofSeconds(42));
    assertThat(told.getFirst()).matches(".* has had too many requests; asked again in 42 s, at .*");
  }

  @Test
  void nobody_waits_an_hour_at_a_prompt_but_is_told_when_it_goes_on() {
    String digest = project();
    registry.meet("GET", new PlayedTrouble.Status(429, "3600"));

    assertThat(refusal(digest).message()).contains("too many requests, and goes on in 60 min, at ");
    assertThat(waits).isEmpty();
  }

  @Test
  void an_answer_that_breaks_off_is_asked_for_again() throws IOException {
    String digest = project();
    registry.meet("GET", CUT, CUT);

    assertFetched(digest);

    assertThat(told).hasSize(2).allMatch(why -> why.contains("broke off; asked again in"));
  }

  @Test
  void what_the_service_for_tokens_is_too_busy_for_is_asked_again() throws IOException {
    registry.guard("me:secret");
    logins.put(registry.host(), new Login.Password("me", "secret"));
    String digest = project();
    registry.meet("TOKEN", TOO_MANY);

    assertFetched(digest);

    assertThat(waits).hasSize(1);
  }

  @Test
  void a_right_that_has_expired_meanwhile_is_asked_for_again() throws IOException {
    registry.guard("me:secret");
    logins.put(registry.host(), new Login.Password("me", "secret"));
    String digest = project();
    registry.expireAfter(1);

    assertFetched(digest);

    assertThat(registry.scopes()).hasSize(2);
    assertThat(waits).isEmpty();
  }

  @Test
  void an_upload_begins_anew() throws UnreachableProject {
    registry.meet("HEAD", TOO_MANY);
    registry.meet("POST", TOO_MANY);
    registry.meet("PUT", TOO_MANY);

    publish();

    assertThat(waits).hasSize(3);
    assertThat(registry.content("/v2/team/shop/manifests/2")).isPresent();
  }

  @Test
  void what_is_refused_is_not_asked_twice() {
    var refusal = (Answer.Refused<String>) projects.pin(shop(":nothing"));

    assertThat(refusal.message()).contains("has no `oci://");
    assertThat(waits).isEmpty();
    assertThat(registry.requests()).hasSize(1);
  }
}
