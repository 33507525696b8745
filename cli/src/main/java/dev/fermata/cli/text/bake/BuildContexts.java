package dev.fermata.cli.text.bake;

import dev.fermata.model.BuildContext;
import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The services whose images a build has as contexts, and those that these have. */
public final class BuildContexts {
  private BuildContexts() {}

  public static SortedSet<ServiceName> of(Project project, ServiceName service) {
    var found = new TreeSet<ServiceName>();
    var next = of(project.anyService(service).orElseThrow());
    while (!next.isEmpty()) {
      var further = new TreeSet<ServiceName>();
      next.stream().filter(found::add).forEach(name -> further.addAll(known(project, name)));
      next = further;
    }
    return found;
  }

  private static Collection<ServiceName> known(Project project, ServiceName name) {
    return project.anyService(name).map(BuildContexts::of).orElse(new TreeSet<>());
  }

  private static SortedSet<ServiceName> of(Service service) {
    var names = new TreeSet<ServiceName>();
    List<BuildContext> contexts =
        service
            .build()
            .map(build -> List.copyOf(build.source().contexts().values()))
            .orElse(List.of());
    for (BuildContext context : contexts) {
      if (context instanceof BuildContext.OfService(ServiceName name)) {
        names.add(name);
      }
    }
    return names;
  }
}
