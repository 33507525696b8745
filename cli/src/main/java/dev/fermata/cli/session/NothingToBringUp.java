package dev.fermata.cli.session;

import static java.util.stream.Collectors.joining;

import dev.fermata.model.Project;
import dev.fermata.model.text.ComposeSentences;
import java.util.TreeSet;

/** What is said of a project without a service. */
final class NothingToBringUp {
  private NothingToBringUp() {}

  static EarlyEnd of(Project project) {
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
