package dev.fermata.cli.doctor;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import dev.fermata.cli.doctor.Finding.Area;
import dev.fermata.planner.decision.Leftovers;
import dev.fermata.planner.label.Labels;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.runner.engine.listing.NetworkListing;
import dev.fermata.runner.engine.listing.VolumeListing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What projects have left on the engine. {@code program} is what the user types for us, {@code
 * files} tells what became of the files that a project was made from.
 */
record ProjectsCheck(String program, Function<RecordedProject, RecordedProject.Files> files) {
  private static final int MOST_NAMED = 10;

  List<Finding> findings(
      List<ObservedContainer> containers,
      List<NetworkListing> networks,
      List<VolumeListing> unusedVolumes) {
    Map<String, List<ObservedContainer>> byProject =
        containers.stream()
            .filter(it -> it.label(Labels.PROJECT).isPresent())
            .collect(groupingBy(it -> it.label(Labels.PROJECT).orElse(""), TreeMap::new, toList()));
    var findings = new ArrayList<Finding>();
    byProject.forEach((name, members) -> findings.addAll(ofProject(name, members)));
    findings.addAll(ofNobody(byProject.keySet(), networks, unusedVolumes));
    if (findings.isEmpty()) {
      findings.add(Finding.fine(Area.PROJECTS, byProject.size() + " projects, nothing left over"));
    }
    return findings;
  }

  private List<Finding> ofProject(String name, List<ObservedContainer> members) {
    var findings = new ArrayList<Finding>();
    List<ObservedContainer> half = halfRecreated(members);
    if (!half.isEmpty()) {
      findings.add(
          Finding.wrong(
              Area.PROJECTS,
              "project `%s`: a recreation was not finished, and left %s"
                  .formatted(name, names(half)),
              RecordedProject.of(name, members).command(program, "up -d")));
    }
    files(name, members).ifPresent(findings::add);
    List<ObservedContainer> ended =
        members.stream()
            .filter(ObservedContainer::oneOff)
            .filter(it -> !it.isHook() && it.state().equals(ContainerState.EXITED))
            .toList();
    if (!ended.isEmpty()) {
      findings.add(
          Finding.note(
              Area.PROJECTS,
              "project `%s`: `run` has left %s, which ended".formatted(name, names(ended)),
              removal("docker rm", ended.stream().map(ObservedContainer::name).toList())));
    }
    return findings;
  }

  /** What the next `up` of the project puts in order. */
  private static List<ObservedContainer> halfRecreated(List<ObservedContainer> members) {
    return members.stream()
        .filter(it -> !it.oneOff())
        .collect(groupingBy(ObservedContainer::service))
        .values()
        .stream()
        .map(Leftovers::of)
        .flatMap(leftovers ->
            Stream.concat(
                leftovers.debris().stream(),
                leftovers.live().stream().filter(it -> leftovers.renames().containsKey(it.id()))))
        .sorted(Comparator.comparing(ObservedContainer::name))
        .toList();
  }

  private Optional<Finding> files(String name, List<ObservedContainer> members) {
    var project = RecordedProject.of(name, members);
    return switch (files.apply(project)) {
      case RecordedProject.Files.Gone gone ->
          Optional.of(
              Finding.wrong(
                  Area.PROJECTS,
                  "project `%s` has %s, and `%s` is gone"
                      .formatted(name, count(members.size(), "container"), gone.file()),
                  program + " -p " + name + " down --remove-orphans"));
      case RecordedProject.Files.Found(Set<String> services) -> orphans(project, members, services);
      case RecordedProject.Files.Unknown unknown -> Optional.empty();
    };
  }

  private Optional<Finding> orphans(
      RecordedProject project, List<ObservedContainer> members, Set<String> services) {
    List<ObservedContainer> orphans =
        members.stream()
            .filter(it -> !it.oneOff() && !services.contains(it.service().text()))
            .toList();
    return orphans.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Finding.wrong(
                Area.PROJECTS,
                "project `%s`: %s of services that its files do not have any more"
                    .formatted(project.name(), names(orphans)),
                removal("docker rm -f", orphans.stream().map(ObservedContainer::name).toList())));
  }

  /** Networks cost addresses; volumes are kept by `down` on purpose. */
  private static List<Finding> ofNobody(
      Set<String> alive, List<NetworkListing> networks, List<VolumeListing> volumes) {
    var findings = new ArrayList<Finding>();
    List<String> idle =
        networks.stream()
            .filter(network -> isOfOthers(network.labels(), alive))
            .map(NetworkListing::name)
            .toList();
    if (!idle.isEmpty()) {
      findings.add(
          Finding.note(
              Area.PROJECTS,
              "%s of projects that have no containers: %s"
                  .formatted(count(idle.size(), "network"), list(idle)),
              removal("docker network rm", idle)));
    }
    List<String> kept =
        volumes.stream()
            .filter(volume -> isOfOthers(volume.labels(), alive))
            .map(VolumeListing::name)
            .toList();
    if (!kept.isEmpty()) {
      findings.add(
          Finding.note(
              Area.PROJECTS,
              "%s of projects that have no containers, with their data: %s"
                  .formatted(count(kept.size(), "volume"), list(kept)),
              removal("docker volume rm", kept)));
    }
    return findings;
  }

  private static boolean isOfOthers(Map<String, String> labels, Set<String> alive) {
    String project = labels.get(Labels.PROJECT);
    return project != null && !alive.contains(project);
  }

  private static String names(List<ObservedContainer> containers) {
    return list(containers.stream().map(ObservedContainer::name).toList());
  }

  private static String list(List<String> names) {
    String some = names.stream().limit(MOST_NAMED).map(it -> "`" + it + "`").collect(joining(", "));
    int more = names.size() - MOST_NAMED;
    return more > 0 ? some + " and " + more + " more" : some;
  }

  private static String removal(String command, List<String> names) {
    return command + " " + String.join(" ", names);
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
