package dev.fermata.model.builder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.model.Dependency;
import dev.fermata.model.Dependency.Condition;
import dev.fermata.model.Mount;
import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.Value;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.load.file.Sources;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ProjectBuilderTest {

  @Test
  void what_methods_and_attributes_say_becomes_typed() {
    Service web =
        service(it ->
            it.image("nginx:1")
                .command("nginx", "-g", "daemon off;")
                .environment("MODE", "demo")
                .environment("LICENCE", Value.sensitive("hush"))
                .port("8080:80")
                .volume("./page:/www:ro")
                .healthcheck(Duration.ofMillis(1500), "true")
                .set("mem_limit", "64m")
                .set("cpus", 0.5)
                .scale(2));

    assertThat(web.image()).hasToString("nginx:1");
    assertThat(web.process().command()).contains(List.of("nginx", "-g", "daemon off;"));
    assertThat(web.process().environment()).containsEntry("MODE", Optional.of(Value.plain("demo")));
    assertThat(web.networking().ports().getFirst().published()).contains("8080");
    assertThat(web.storage().mounts().getFirst()).isInstanceOf(Mount.Bind.class);
    assertThat(web.health().orElseThrow().interval()).contains(Duration.ofMillis(1500));
    assertThat(web.lifecycle().replicas()).isEqualTo(2);
  }

  @Test
  void a_plain_dependency_is_none_with_a_condition() {
    Project shop =
        sound(
            ProjectBuilder.named("shop")
                .service(
                    "web",
                    web -> web.image("nginx").dependsOn("db").dependsOn("job", Condition.COMPLETED))
                .service("db", db -> db.image("postgres"))
                .service("job", job -> job.image("busybox")));

    assertThat(shop.service(new ServiceName("web")).lifecycle().dependencies())
        .containsExactly(
            new Dependency(
                new ServiceName("db"), Condition.STARTED, false, false, true, Optional.empty()),
            new Dependency(
                new ServiceName("job"), Condition.COMPLETED, true, false, true, Optional.empty()));
  }

  @Test
  void a_dollar_is_a_dollar_and_a_bare_name_gets_its_value() {
    Project shop =
        sound(
            ProjectBuilder.named("shop")
                .environment(Map.of("HOME", "/root", "GIVEN", "here"))
                .service(
                    "web",
                    web ->
                        web.image("nginx")
                            .command("echo", "$HOME ${HOME}")
                            .set("environment", List.of("GIVEN", "ABSENT"))));

    Service web = shop.service(new ServiceName("web"));
    assertThat(web.process().command()).contains(List.of("echo", "$HOME ${HOME}"));
    assertThat(web.process().environment())
        .containsEntry("GIVEN", Optional.of(Value.plain("here")))
        .containsEntry("ABSENT", Optional.empty());
  }

  @Test
  void files_are_read_where_there_are_sources() {
    Sources files =
        path ->
            path.equals("/srv/shop/web.env")
                ? new Sources.Content.Found("A=1\n".getBytes(StandardCharsets.UTF_8))
                : new Sources.Content.Absent();
    var project =
        ProjectBuilder.named("shop")
            .directory("/srv/shop")
            .service("web", web -> web.image("nginx").environmentFile("web.env"));

    Service web = project.build(files).value().orElseThrow().service(new ServiceName("web"));
    assertThat(web.process().environment()).containsEntry("A", Optional.of(Value.plain("1")));
    assertThat(said(project.build()))
        .containsExactly("services.web.env_file[0]: env file web.env not found");
  }

  @Test
  void mistakes_are_told_with_their_path() {
    Result<Project> built =
        ProjectBuilder.named("shop")
            .service(
                "web",
                web ->
                    web.set("imag", "nginx")
                        .port("80:http")
                        .dependsOn("dp")
                        .healthcheck(check -> check.set("retries", "often")))
            .volume("data", data -> data.set("drivr", "local"))
            .build();

    assertThat(built.hasErrors()).isTrue();
    assertThat(said(built))
        .containsExactly(
            "services.web.ports[0]: invalid `ports[0]`: `http` is not a port",
            "services.web.imag: unknown attribute `imag` in a service",
            "volumes.data.drivr: unknown attribute `drivr` in a volume",
            "services.web.healthcheck.retries: invalid `retries`: `often` is not a whole number",
            "services.web: service `web` needs an `image` or a `build`",
            "services.web.depends_on.dp: undefined service `dp`");
    assertThat(built.diagnostics().get(1).hint().orElseThrow())
        .hasToString("did you mean `image`?");
  }

  @Test
  void profiles_tell_the_services_apart() {
    var project =
        ProjectBuilder.named("shop")
            .service("web", web -> web.image("nginx"))
            .service("debug", debug -> debug.image("busybox").profile("tools"));

    assertThat(sound(project).disabled()).containsOnlyKeys(new ServiceName("debug"));
    assertThat(sound(project.profiles("tools")).disabled()).isEmpty();
  }

  @Test
  void the_name_is_made_valid_as_that_of_a_file_is() {
    assertThat(sound(ProjectBuilder.named("My Shop")).name()).hasToString("myshop");
    assertThat(said(ProjectBuilder.named("!").build()))
        .containsExactly("project.name: `!` leaves nothing for a project name");
  }

  @Test
  void what_no_document_can_hold_is_refused_where_it_is_set() {
    assertThatThrownBy(() -> service(web -> web.set("image", Instant.EPOCH)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "`services.web.image` cannot be a `Instant`: give a text, a number, a boolean, "
                + "a duration, a list or a map");
  }

  private static Service service(Consumer<ServiceBuilder> web) {
    return sound(ProjectBuilder.named("shop").directory("/srv").service("web", web))
        .service(new ServiceName("web"));
  }

  private static Project sound(ProjectBuilder project) {
    Result<Project> built = project.build();
    assertThat(built.diagnostics()).isEmpty();
    return built.value().orElseThrow();
  }

  private static List<String> said(Result<Project> result) {
    return result.diagnostics().stream().map(ProjectBuilderTest::said).toList();
  }

  private static String said(Diagnostic diagnostic) {
    String place = diagnostic.span().map(span -> span.source().name() + ": ").orElse("");
    return place + diagnostic.message();
  }
}
