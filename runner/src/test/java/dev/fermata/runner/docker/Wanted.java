package dev.fermata.runner.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.Build;
import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.builder.ProjectBuilder;
import dev.fermata.model.builder.ServiceBuilder;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.planner.label.Labels;
import dev.fermata.planner.spec.ContainerSpec;
import dev.fermata.planner.spec.ResolvedService;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Parts of a project in their plainest form, for tests to vary. */
public final class Wanted {
  private Wanted() {}

  static ProjectBuilder project(String name) {
    return ProjectBuilder.named(name).directory("/project");
  }

  static Project sound(ProjectBuilder project) {
    Result<Project> built = project.build();
    assertThat(built.diagnostics()).noneMatch(Diagnostic::isError);
    return built.value().orElseThrow();
  }

  /** A service of the image busybox that runs a script. */
  static ServiceBuilder shell(ServiceBuilder service, String script) {
    return service.image("busybox").set("init", true).command("sh", "-c", script);
  }

  /** The same on the engine's own network. */
  static ServiceBuilder alone(ServiceBuilder service, String script) {
    return shell(service, script).set("network_mode", "bridge");
  }

  /** A project of one such service, {@code web}. */
  static Project alone(String name, String script) {
    return sound(project(name).service("web", web -> alone(web, script)));
  }

  /** The first container of a service. */
  public static ContainerSpec container(Project project, String name) {
    Service service = project.service(new ServiceName(name));
    return ResolvedService.alone(project, service)
        .container(service.containerName(project.name(), 1), 1, labels(project, service));
  }

  private static SortedMap<String, String> labels(Project project, Service service) {
    var labels = new TreeMap<String, String>();
    labels.put(Labels.PROJECT, project.name().text());
    labels.put(Labels.SERVICE, service.name().text());
    labels.put(Labels.NUMBER, "1");
    return labels;
  }

  static Build build(String context, Optional<String> inline) {
    Project project =
        sound(
            project("built")
                .service(
                    "web",
                    web ->
                        web.build(build -> {
                          build.set("context", context);
                          inline.ifPresent(text -> build.set("dockerfile_inline", text));
                        })));
    return project.service(new ServiceName("web")).build().orElseThrow();
  }
}
