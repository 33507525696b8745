package dev.fermata.cli.command;

import static java.util.stream.Collectors.joining;

import dev.fermata.cli.session.EarlyEnd;
import dev.fermata.cli.session.Projects;
import dev.fermata.cli.session.Session;
import dev.fermata.model.Project;
import dev.fermata.model.load.LoadRequest.Variant;
import dev.fermata.model.text.ComposeSentences;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The project of an {@code up}: with a service, or there would be nothing to bring up. */
final class UpProject {
  private UpProject() {}

  static Project project(Session session, List<String> named, List<String> scales) {
    Project project = new Projects(session).change(named, Set.of(Variant.WITH_SHARERS));
    if (project.services().isEmpty() && !session.globals().allResources()) {
      throw nothing(project);
    }
    return Scale.apply(project, scales);
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
