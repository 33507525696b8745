package dev.fermata.sources.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import dev.fermata.model.load.remote.RemoteReference;
import dev.fermata.model.load.remote.Remotes.Answer;
import dev.fermata.sources.FetchedProjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A registry with a certificate is trusted by who has said so, where the engine looks as well. */
class EncryptedRegistryTest {
  @TempDir private Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private PlayedRegistry registry;

  @BeforeEach
  void start() throws IOException {
    environment.put("HOME", folder.toString());
    begin(PlayedCertificates.forAll());
  }

  private void begin(HttpsConfigurator certificate) throws IOException {
    registry = PlayedRegistry.encrypted(certificate);
    registry.manifest(PlayedRegistry.project());
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  private Path certificates(String base) {
    return folder.resolve(base).resolve("certs.d").resolve(registry.host());
  }

  private Answer<String> answer() {
    String text = "oci://" + registry.host() + "/team/shop:1";
    return new FetchedProjects(environment, List.of(), Logins.NONE)
        .pin(RemoteReference.of(text).orElseThrow());
  }

  private String refusal() {
    return ((Answer.Refused<String>) answer()).message();
  }

  @Test
  void an_authority_that_nobody_trusts_is_told_with_the_place_for_it() {
    var refused = (Answer.Refused<String>) answer();

    assertThat(refused.message())
        .endsWith("nobody whom this machine trusts has signed its certificate");
    assertThat(refused.hint().orElseThrow())
        .contains("`/etc/docker/certs.d/%s/ca.crt`".formatted(registry.host()));
  }

  @Test
  void an_authority_beside_the_configuration_of_docker_is_trusted() throws IOException {
    PlayedCertificates.give("authority.crt", certificates(".docker"));

    assertThat(answer()).isInstanceOf(Answer.Found.class);
  }

  @Test
  void one_for_an_engine_without_root_is_trusted() throws IOException {
    PlayedCertificates.give("authority.crt", certificates(".config/docker"));

    assertThat(answer()).isInstanceOf(Answer.Found.class);
  }

  @Test
  void one_that_the_environment_names_is_trusted_as_in_the_docker_client() throws IOException {
    PlayedCertificates.give("authority.crt", folder);
    environment.put("SSL_CERT_FILE", folder.resolve("authority.crt").toString());

    assertThat(answer()).isInstanceOf(Answer.Found.class);
  }

  @Test
  void one_for_another_registry_is_not() throws IOException {
    PlayedCertificates.give("authority.crt", folder.resolve(".docker/certs.d/localhost:1"));

    assertThat(answer()).isInstanceOf(Answer.Refused.class);
  }

  @Test
  void a_file_without_a_certificate_is_named() throws IOException {
    Path file = Files.createDirectories(certificates(".docker")).resolve("ca.crt");
    Files.writeString(file, "nothing");

    assertThat(refusal()).endsWith("`%s` has no certificate in it".formatted(file));
  }

  @Test
  void who_has_to_show_a_certificate_does() throws IOException {
    registry.close();
    begin(PlayedCertificates.forKnown());
    PlayedCertificates.give("authority.crt", certificates(".docker"));
    assertThat(refusal()).endsWith("it wants a certificate of yours");

    PlayedCertificates.give("user.cert", certificates(".docker"));
    PlayedCertificates.give("user.key", certificates(".docker"));

    assertThat(answer()).isInstanceOf(Answer.Found.class);
  }
}
