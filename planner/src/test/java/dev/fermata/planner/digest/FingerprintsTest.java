package dev.fermata.planner.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.Project;
import dev.fermata.model.ServiceName;
import dev.fermata.model.builder.ProjectBuilder;
import dev.fermata.model.canonical.Changes;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Scalar;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What is changed after the load is compared as if the file said it. */
class FingerprintsTest {
  private static final ServiceName WEB = new ServiceName("web");
  private static final Span FLAG = Span.of("--flag");
  private static final Project SHOP =
      ProjectBuilder.named("shop")
          .service("web", web -> web.image("nginx:1").environment("MODE", "demo"))
          .build()
          .value()
          .orElseThrow();

  @Test
  void a_changed_service_is_another_one() {
    assertThat(changes(web -> ContainerTable.IMAGE.setIn(web, Scalar.string("nginx:2", FLAG))))
        .containsExactly(new FieldChange("image", FieldChange.Kind.CHANGED));
    assertThat(changes(web -> ContainerTable.USER.setIn(web, Scalar.string("1000", FLAG))))
        .containsExactly(new FieldChange("user", FieldChange.Kind.ADDED));
    assertThat(changes(ContainerTable.ENVIRONMENT::removedFrom))
        .containsExactly(new FieldChange("environment.MODE", FieldChange.Kind.REMOVED));
  }

  @Test
  void how_many_there_are_makes_no_container_another_one() {
    assertThat(changes(web -> Changes.scaled(web, 3, FLAG))).isEmpty();
    Project scaled = Changes.ofService(SHOP, WEB, web -> Changes.scaled(web, 3, FLAG));
    assertThat(ComposeHash.unresolved(scaled.service(WEB)))
        .isEqualTo(ComposeHash.unresolved(SHOP.service(WEB)));
  }

  private static List<FieldChange> changes(UnaryOperator<Mapping> change) {
    Project changed = Changes.ofService(SHOP, WEB, change);
    return new Fingerprints(changed)
        .of(changed.service(WEB))
        .changesSince(new Fingerprints(SHOP).of(SHOP.service(WEB)));
  }
}
