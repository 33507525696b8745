package dev.fermata.cli.command.up;

import static java.util.stream.Collectors.joining;

import dev.fermata.cli.session.EarlyEnd;
import dev.fermata.cli.session.Projects;
import dev.fermata.cli.session.Session;
import dev.fermata.model.Project;
import dev.fermata.model.Rerun;
import dev.fermata.model.ServiceName;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.planner.request.UpOptions;
import dev.fermata.planner.request.UpOptions.Dependencies;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The project of an {@code up}: with a service, or there would be nothing to bring up. */
final class UpProject {
  private UpProject() {}

  /** The services named, all if none is. */
  static UpOptions.Selection selection(Collection<String> named, Dependencies dependencies) {
    var services = new TreeSet<ServiceName>();
    named.forEach(name -> services.add(new ServiceName(name)));
    return new UpOptions.Selection(services, dependencies);
  }

  /** Docker Compose runs jobs on every `up`: so do we in its place. */
  static Rerun usualRerun(Session session) {
    return session.isCalledCompose() ? Rerun.ALWAYS : Rerun.CHANGED;
  }

  static Project project(Session session, List<String> named, List<Scale> scales) {
    Project project = new Projects(session).change(named, Set.of());
    if (project.services().isEmpty() && !session.globals().allResources()) {
      throw nothing(project);
    }
    return Scale.apply(project, scales);
  }

  /** What is said where there is nothing to do. */
  static String idle(Project project) {
    int services = project.services().size();
    String counted = services + (services == 1 ? " service" : " services");
    return project.name() + " is up to date: " + counted + ", nothing to do";
  }

  private static EarlyEnd nothing(Project project) {
    if (project.disabled().isEmpty()) {
      return EarlyEnd.refused(
          ComposeSentences.NO_SERVICE_SELECTED + ": `" + project.name() + "` has none",
          "write one under `services`");
    }
    int count = project.disabled().size();
    return EarlyEnd.refused(
        ComposeSentences.NO_SERVICE_SELECTED
            + ": "
            + (count == 1 ? "the only service" : "all " + count + " services")
            + " of `"
            + project.name()
            + "` "
            + (count == 1 ? "is" : "are")
            + " behind inactive profiles",
        "`--profile NAME` activates one of " + profiles(project) + "; so does naming a service");
  }

  private static String profiles(Project project) {
    var profiles = new TreeSet<String>();
    project.disabled().values().forEach(off -> profiles.addAll(off.metadata().profiles()));
    return profiles.stream().map(name -> "`" + name + "`").collect(joining(", "));
  }
}
