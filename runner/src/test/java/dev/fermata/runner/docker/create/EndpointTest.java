package dev.fermata.runner.docker.create;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.NetworkAttachment;
import dev.fermata.model.NetworkAttachment.ServiceAlias;
import dev.fermata.model.ServiceName;
import dev.fermata.runner.docker.location.ApiVersion;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EndpointTest {
  private static String aliases(ServiceAlias serviceAlias, String... names) {
    var attachment =
        new NetworkAttachment(
            "front",
            List.of("shop"),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Collections.emptySortedMap(),
            0,
            0,
            serviceAlias);
    return new Endpoint(new ApiVersion(1, 51), new ServiceName("web"))
        .at(attachment, List.of(names), Optional.empty())
        .toString();
  }

  @Test
  void a_container_is_found_by_its_service() {
    assertThat(aliases(ServiceAlias.GIVEN, "shop-web-1", "web"))
        .contains("\"Aliases\":[\"shop-web-1\",\"web\",\"shop\"]");
  }

  @Test
  void without_the_alias_of_its_service_its_own_names_stay() {
    assertThat(aliases(ServiceAlias.LEFT_OUT, "shop-web-1", "web"))
        .contains("\"Aliases\":[\"shop-web-1\",\"shop\"]");
    assertThat(aliases(ServiceAlias.LEFT_OUT, "web", "web"))
        .contains("\"Aliases\":[\"web\",\"shop\"]");
  }
}
