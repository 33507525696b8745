package dev.fermata.model.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.NetworkAttachment;
import dev.fermata.model.NetworkAttachment.ServiceAlias;
import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.canonical.DigestFields;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.load.file.Sources;
import dev.fermata.model.tree.Nodes;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What came with the compose-go of Docker Compose 5.7. */
class UmaskTest {

  @ParameterizedTest
  @CsvSource({
    "027, 23",
    "0o27, 23",
    "27, 27",
    "'\"027\"', 23",
    "'\"0o27\"', 23",
    "'\"27\"', 27",
    "'\"${MASK}\"', 18",
    "'${MASK}', 18",
    "0, 0",
    "4294967295, 4294967295"
  })
  void a_mask_is_octal_where_it_begins_with_a_zero(String written, long umask) {
    Service web = service("umask: " + written);

    assertThat(web.process().umask()).contains(umask);
    assertThat(web.definition().tree().get("umask").map(Nodes::text))
        .contains(String.valueOf(umask));
    assertThat(DigestFields.of(web)).containsKey("umask");
  }

  @Test
  void no_mask_is_the_engines() {
    assertThat(service("umask:").process().umask()).isEmpty();
    assertThat(DigestFields.of(service("umask:"))).doesNotContainKey("umask");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "4294967296", "1.5", "abc", "\"0o9\"", "\"040000000000\"", "[1]"})
  void what_is_no_mask_is_refused(String written) {
    assertThat(load("umask: " + written).diagnostics()).hasSize(1);
  }

  @Test
  void a_service_can_go_without_its_name_on_a_network() {
    assertThat(attachment("aliases: [a]").serviceAlias()).isEqualTo(ServiceAlias.GIVEN);
    assertThat(attachment("use_service_name_alias: true").serviceAlias())
        .isEqualTo(ServiceAlias.GIVEN);
    assertThat(attachment("use_service_name_alias: 'no'").serviceAlias())
        .isEqualTo(ServiceAlias.LEFT_OUT);
    assertThat(DigestFields.of(service("networks: {default: {use_service_name_alias: false}}")))
        .containsKey("networks.default.use_service_name_alias");
  }

  private static NetworkAttachment attachment(String said) {
    return service("networks: {default: {" + said + "}}").networking().attachments().getFirst();
  }

  private static Service service(String attribute) {
    return load(attribute).value().orElseThrow().service(new ServiceName("web"));
  }

  private static Result<Project> load(String attribute) {
    String file = "services:\n  web:\n    image: busybox\n    " + attribute + "\n";
    Sources sources =
        path ->
            path.equals("/p/compose.yaml")
                ? new Sources.Content.Found(file.getBytes(StandardCharsets.UTF_8))
                : new Sources.Content.Absent();
    var request = LoadRequest.of("/p", Map.of("MASK", "022"));
    return new Loader(sources).load(request);
  }
}
