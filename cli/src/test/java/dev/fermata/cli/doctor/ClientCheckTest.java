package dev.fermata.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.cli.doctor.Finding.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientCheckTest {
  @TempDir private Path folder;

  private List<Finding> findings(String settings) throws IOException {
    Files.writeString(folder.resolve("config.json"), settings);
    String path = folder.toString();
    return new ClientCheck(Map.of("DOCKER_CONFIG", path, "PATH", path)).findings();
  }

  @Test
  void without_settings_there_is_nothing_to_be_wrong() {
    assertThat(new ClientCheck(Map.of("DOCKER_CONFIG", folder.toString())).findings())
        .extracting(Finding::verdict)
        .containsExactly(Verdict.FINE);
  }

  @Test
  void settings_that_are_no_json_are_told_with_their_place() throws IOException {
    Finding finding = findings("{\"auths\": }").getFirst();

    assertThat(finding.verdict()).isEqualTo(Verdict.WRONG);
    assertThat(finding.sentence()).contains("it is not JSON, in line 1");
    assertThat(finding.fixes().getFirst()).contains(folder.resolve("config.json").toString());
  }

  @Test
  void a_credential_helper_that_is_not_there_is_told_with_who_needs_it() throws IOException {
    Path program = Files.createFile(folder.resolve("docker-credential-pass"));
    assertThat(program.toFile().setExecutable(true)).isTrue();

    List<Finding> findings =
        findings(
            """
            {"credsStore": "pass", "credHelpers": {"ghcr.io": "desktop", "quay.io": "desktop"}}
            """);

    assertThat(findings)
        .extracting(Finding::verdict)
        .containsExactly(Verdict.FINE, Verdict.WRONG, Verdict.FINE);
    assertThat(findings.get(1).sentence())
        .startsWith("`docker-credential-desktop`, which is to keep the logins of `ghcr.io`, ")
        .contains("`quay.io`, is not on the PATH");
  }
}
