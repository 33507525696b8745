package dev.fermata.model.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.model.ImageRef;
import dev.fermata.model.Project;
import dev.fermata.model.Rerun;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.Value;
import dev.fermata.model.builder.ProjectBuilder;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.schema.service.BuildTable;
import dev.fermata.model.schema.service.WorkloadTable;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Scalar;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangesTest {
  private static final Span HERE = Span.of("--flag");
  private static final ServiceName WEB = new ServiceName("web");
  private static final ServiceName DB = new ServiceName("db");

  private static final Project SHOP =
      ProjectBuilder.named("shop")
          .service(
              "web",
              web ->
                  web.image("nginx:1")
                      .build(build -> build.set("context", "/web").set("args", Map.of("A", "1")))
                      .set("deploy", Map.of("replicas", 2, "labels", Map.of("a", "b")))
                      .set("x-fermata", Map.of("rerun", "always"))
                      .dependsOn("db"))
          .service("db", db -> db.image("postgres:17"))
          .build()
          .value()
          .orElseThrow();

  @Test
  void what_is_changed_is_read_printed_and_compared_anew() {
    Project changed =
        Changes.ofService(
            SHOP, WEB, web -> ContainerTable.IMAGE.setIn(web, Scalar.string("nginx:2", HERE)));

    Service web = changed.service(WEB);
    assertThat(web.image()).isEqualTo(new ImageRef("nginx:2"));
    assertThat(DigestFields.of(web)).containsEntry("image", Value.plain("nginx:2"));
    assertThat(changed.definition().tree().entriesOf("services").values())
        .extracting(Mapping.Entry::value)
        .contains(web.definition().tree());
    assertThat(changed.service(DB)).hasToString(SHOP.service(DB).toString());
    assertThat(SHOP.service(WEB).image()).isEqualTo(new ImageRef("nginx:1"));
  }

  @Test
  void a_count_of_containers_stands_wherever_one_stood() {
    Project scaled = Changes.ofService(SHOP, WEB, service -> Changes.scaled(service, 5, HERE));
    scaled = Changes.ofService(scaled, DB, service -> Changes.scaled(service, 0, HERE));

    assertThat(scaled.service(WEB).lifecycle().replicas()).isEqualTo(5);
    assertThat(scaled.service(DB).lifecycle().replicas()).isZero();
    Mapping web = scaled.service(WEB).definition().tree();
    assertThat(web.get("scale")).contains(Scalar.integer(5, HERE));
    assertThat(web.entriesOf("deploy").values())
        .extracting(Mapping.Entry::value)
        .contains(Scalar.integer(5, HERE));
    assertThat(scaled.service(DB).definition().tree().get("deploy")).isEmpty();
  }

  @Test
  void settings_in_extensions_outlive_a_change() {
    Project scaled = Changes.ofServices(SHOP, service -> Changes.scaled(service, 1, HERE));

    assertThat(scaled.service(WEB).lifecycle().rerun()).contains(Rerun.ALWAYS);
    assertThat(DigestFields.of(scaled.service(WEB))).doesNotContainKey("x-fermata.rerun");
  }

  @Test
  void a_secret_is_masked_whatever_its_name_is() {
    Project changed =
        Changes.ofService(
            SHOP,
            WEB,
            web -> {
              Mapping build = WorkloadTable.BUILD.in(web).orElseThrow();
              Mapping args = Mapping.empty(HERE).with("A", Scalar.secret("hush", HERE));
              return WorkloadTable.BUILD.setIn(web, BuildTable.ARGS.setIn(build, args));
            });

    assertThat(changed.service(WEB).build().orElseThrow().args())
        .containsEntry("A", Value.sensitive("hush"));
    assertThat(changed.toString()).doesNotContain("hush");
  }

  @Test
  void a_service_that_is_not_enabled_cannot_be_changed() {
    assertThatThrownBy(() -> Changes.ofService(SHOP, new ServiceName("nobody"), it -> it))
        .hasMessage("no enabled service nobody");
  }
}
