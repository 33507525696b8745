package dev.fermata.cli.command;

import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.Session;
import dev.fermata.cli.text.EngineText;
import dev.fermata.cli.text.build.DockerfileText;
import dev.fermata.model.Build;
import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.spec.BuildRequest;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.build.DockerfileWarning;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * {@code build --check}: what is doubtful in the Dockerfiles of services, each told once. In Docker
 * Compose's place its own last line.
 */
final class BuildCheck {
  private final Session session;
  private final Project project;
  private final Set<DockerfileWarning> found = new LinkedHashSet<>();
  private final Set<Build> checked = new HashSet<>();
  private boolean failed;

  BuildCheck(Session session, Project project) {
    this.session = session;
    this.project = project;
  }

  Ending of(Collection<ServiceName> services) {
    services.stream().map(project::service).filter(Service::isBuilt).forEach(this::check);
    var text = new DockerfileText(session.invocation().directory(), session.outColours());
    found.forEach(warning -> text.warning(warning).forEach(session.out()::println));
    if (failed) {
      return Ending.FOUND_MISTAKES;
    }
    session.out().println(sum());
    return found.isEmpty() ? Ending.SUCCEEDED : Ending.FOUND_MISTAKES;
  }

  private String sum() {
    if (found.isEmpty()) {
      return "Check complete, no warnings found.";
    }
    String warnings = found.size() == 1 ? "1 warning has" : found.size() + " warnings have";
    return "Check complete, " + warnings + " been found!";
  }

  private void check(Service service) {
    BuildRequest request = BuildRequest.of(project, service, new TreeMap<>());
    if (!checked.add(request.build())) {
      return;
    }
    try {
      found.addAll(session.engine().images().check(request));
    } catch (EngineException e) {
      if (e.kind() != Kind.BUILD_FAILED) {
        throw e;
      }
      failed = true;
      tell(service.name(), e);
    }
  }

  private void tell(ServiceName service, EngineException failure) {
    List<String> lines = new ArrayList<>(EngineText.lines(failure));
    lines.set(0, "error: service `" + service + "`: " + lines.getFirst());
    lines.forEach(session.err()::println);
    failure
        .build()
        .map(session.dockerfiles()::failure)
        .ifPresent(where -> where.forEach(session.err()::println));
  }
}
