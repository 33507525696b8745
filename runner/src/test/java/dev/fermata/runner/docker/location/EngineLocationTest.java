package dev.fermata.runner.docker.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EngineLocationTest {
  @TempDir private Path folder;

  private EngineLocation find(Map<String, String> environment) {
    var all = new TreeMap<>(environment);
    all.put("DOCKER_CONFIG", folder.toString());
    return EngineLocation.find(all, ClientConfig.of(all));
  }

  private void context(String name, String host) throws Exception {
    var sha = MessageDigest.getInstance("SHA-256");
    String digest = HexFormat.of().formatHex(sha.digest(name.getBytes(StandardCharsets.UTF_8)));
    Path meta = folder.resolve("contexts/meta").resolve(digest);
    Files.createDirectories(meta);
    Files.writeString(
        meta.resolve("meta.json"),
        "{\"Name\":\"%s\",\"Endpoints\":{\"docker\":{\"Host\":\"%s\",\"SkipTLSVerify\":false}}}"
            .formatted(name, host));
  }

  private void settings(String json) throws IOException {
    Files.writeString(folder.resolve("config.json"), json);
  }

  @Test
  void without_a_word_it_is_the_default_socket() {
    assertThat(find(Map.of()).address()).hasToString("unix:///var/run/docker.sock");
  }

  @Test
  void the_host_beats_every_context() throws Exception {
    context("remote", "tcp://far:2375");
    settings("{\"currentContext\":\"remote\"}");
    var location =
        find(Map.of("DOCKER_HOST", "unix:///run/other.sock", "DOCKER_CONTEXT", "remote"));
    assertThat(location.address()).hasToString("unix:///run/other.sock");
    assertThat(location.origin()).isEqualTo("DOCKER_HOST");
  }

  @Test
  void a_named_context_beats_the_current_one() throws Exception {
    context("near", "unix:///near.sock");
    context("remote", "tcp://far:2375");
    settings("{\"currentContext\":\"near\"}");
    assertThat(find(Map.of()).address()).hasToString("unix:///near.sock");
    assertThat(find(Map.of("DOCKER_CONTEXT", "remote")).address()).hasToString("tcp://far:2375");
    assertThat(find(Map.of("DOCKER_CONTEXT", "default")).address())
        .hasToString("unix:///var/run/docker.sock");
  }

  @Test
  void an_unknown_context_is_an_error_that_says_where_it_looked() {
    EngineException failure = failure(Map.of("DOCKER_CONTEXT", "gone"));
    assertThat(failure).hasMessageContaining("`gone` (from DOCKER_CONTEXT) does not exist");
    assertThat(failure.detail()).contains(folder.resolve("contexts/meta").toString());
  }

  @ParameterizedTest
  @CsvSource({
    "tcp://1.2.3.4, tcp://1.2.3.4:2375",
    "tcp://1.2.3.4:99/, tcp://1.2.3.4:99",
    "http://host:80, tcp://host:80",
    "host:80, tcp://host:80",
    "tcp://[::1]:80, tcp://[::1]:80",
  })
  void addresses_read_as_in_the_docker_client(String host, String address) {
    assertThat(find(Map.of("DOCKER_HOST", host)).address()).hasToString(address);
  }

  @ParameterizedTest
  @CsvSource({
    "ssh://user@host, NOT_SUPPORTED",
    "https://host:2376, NOT_SUPPORTED",
    "npipe:////./pipe/docker_engine, NOT_SUPPORTED",
    "gopher://host, MISCONFIGURED",
    "tcp://host:port, MISCONFIGURED",
  })
  void what_cannot_be_reached_yet_says_so(String host, Kind kind) {
    EngineException failure = failure(Map.of("DOCKER_HOST", host));
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure).hasMessageContaining(host);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DOCKER_TLS_VERIFY", "DOCKER_TLS", "DOCKER_CERT_PATH"})
  void encryption_is_refused_rather_than_left_out(String variable) {
    EngineException failure = failure(Map.of("DOCKER_HOST", "tcp://host:2376", variable, "1"));

    assertThat(failure.kind()).isEqualTo(Kind.NOT_SUPPORTED);
    assertThat(failure).hasMessageContaining(variable);
  }

  @Test
  void encryption_is_refused_on_a_local_socket_as_well() {
    assertThat(failure(Map.of("DOCKER_TLS", "1"))).hasMessageContaining("/var/run/docker.sock");
    assertThat(failure(Map.of("DOCKER_HOST", "unix:///x", "DOCKER_TLS_VERIFY", "0")))
        .hasMessageContaining("DOCKER_TLS_VERIFY");
  }

  @Test
  void the_folder_of_certificates_means_nothing_on_a_local_socket() {
    assertThat(find(Map.of("DOCKER_HOST", "unix:///x", "DOCKER_CERT_PATH", "/certs")).address())
        .hasToString("unix:///x");
  }

  @Test
  void settings_that_are_no_json_are_named() throws IOException {
    settings("{");
    assertThat(failure(Map.of())).hasMessageContaining(folder.resolve("config.json").toString());
  }

  @Test
  void proxies_are_those_of_the_engine_or_the_default_ones() throws IOException {
    settings(
        """
        {"proxies": {"default": {"httpProxy": "http://p:1", "unknown": "x"},
                     "tcp://far:2375": {"noProxy": "*"}}}
        """);
    var config = ClientConfig.of(Map.of("DOCKER_CONFIG", folder.toString()));
    assertThat(new Proxies(config, "unix:///var/run/docker.sock").variables())
        .containsOnly(Map.entry("HTTP_PROXY", "http://p:1"), Map.entry("http_proxy", "http://p:1"));
    assertThat(new Proxies(config, "tcp://far:2375").variables())
        .containsOnlyKeys("NO_PROXY", "no_proxy");
  }

  @Test
  void versions_compare_by_number() {
    assertThat(ApiVersion.of("1.9").isBefore(ApiVersion.of("1.41"))).isTrue();
    assertThat(catchThrowableOfType(EngineException.class, () -> ApiVersion.of("v1")).kind())
        .isEqualTo(Kind.MISCONFIGURED);
  }

  private EngineException failure(Map<String, String> environment) {
    return catchThrowableOfType(EngineException.class, () -> find(environment));
  }
}
