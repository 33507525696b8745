package dev.fermata.planner.hook;

import dev.fermata.model.FileGrant;
import dev.fermata.model.Mount;
import dev.fermata.model.NetworkAttachment;
import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.planner.graph.Partners;
import dev.fermata.planner.plan.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a container that runs before a service starts refers to and is not there. A load does not
 * look: Docker Compose takes such files for everything but the run.
 */
public final class InitReferences {
  private final Project project;
  private final Predicate<ServiceName> hasContainer;
  private final List<Problem> problems = new ArrayList<>();

  private InitReferences(Project project, Predicate<ServiceName> hasContainer) {
    this.project = project;
    this.hasContainer = hasContainer;
  }

  /** {@code hasContainer} tells of which services there is a container to share something with. */
  public static List<Problem> problems(
      Project project, InitRuns runs, Predicate<ServiceName> hasContainer) {
    var references = new InitReferences(project, hasContainer);
    runs.all().forEach(references::look);
    return references.problems.stream().distinct().toList();
  }

  private void look(InitRuns.Run run) {
    Service container = run.hook().container();
    String who = "`pre_start[%d]` of service `%s`".formatted(run.index(), container.name());
    require(
        who,
        "network",
        container.networking().attachments().stream().map(NetworkAttachment::network),
        project.networks().keySet());
    require(who, "volume", volumes(container), project.volumes().keySet());
    require(
        who,
        "secret",
        container.storage().secrets().stream().map(FileGrant::source),
        project.secrets().keySet());
    require(
        who,
        "config",
        container.storage().configs().stream().map(FileGrant::source),
        project.configs().keySet());
    Partners.of(container).keySet().stream()
        .filter(partner -> !hasContainer.test(partner))
        .map(partner ->
            new Problem(
                ComposeSentences.cannotShare("what " + who + " shares", partner),
                "`up %s` makes it".formatted(partner)))
        .forEach(problems::add);
  }

  private static Stream<String> volumes(Service container) {
    return container.storage().mounts().stream()
        .filter(Mount.OfVolume.class::isInstance)
        .flatMap(mount -> ((Mount.OfVolume) mount).volume().stream());
  }

  private void require(String who, String kind, Stream<String> used, Set<String> defined) {
    used.filter(name -> !defined.contains(name))
        .map(name ->
            new Problem(
                "undefined %s `%s`, which %s uses".formatted(kind, name, who),
                "define it under the top-level `%ss`".formatted(kind)))
        .forEach(problems::add);
  }
}
