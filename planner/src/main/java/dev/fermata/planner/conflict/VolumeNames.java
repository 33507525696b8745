package dev.fermata.planner.conflict;

import dev.fermata.model.Mount;
import dev.fermata.model.Service;
import dev.fermata.model.Volume;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.schema.container.MountTable;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Sequence;
import dev.fermata.planner.input.UpInput;
import dev.fermata.planner.plan.Problem;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What no engine takes for a volume, or for its place in a container: known before the first
 * change, where the engine says it in the middle of them.
 */
public record VolumeNames(UpInput input) {
  private static final String LOCAL = "local";
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]+");

  /** On another machine's drive; it comes of a volume whose name has one letter. */
  private static final Pattern ON_DRIVE = Pattern.compile("[A-Za-z]:[/\\\\].*");

  public List<Problem> problems() {
    Stream<Problem> volumes =
        input.volumes().stream()
            .filter(volume -> !volume.external() && !isName(volume.name(), volume.driver()))
            .map(VolumeNames::unnameable);
    Stream<Problem> ofRun =
        input.oneOff().stream()
            .flatMap(once -> once.overrides().mounts().stream())
            .flatMap(
                mount -> mount instanceof Mount.OfVolume of ? of.volume().stream() : Stream.empty())
            .filter(volume -> !input.project().volumes().containsKey(volume))
            .filter(volume -> !isName(volume, Optional.empty()))
            .map(volume -> unnameable(volume, List.of()));
    Stream<Problem> targets = input.services().stream().flatMap(VolumeNames::onDrives);
    return Stream.of(volumes, ofRun, targets).flatMap(it -> it).distinct().toList();
  }

  /** What other drivers call their volumes is theirs to say, but for its length. */
  private static boolean isName(String name, Optional<String> driver) {
    return driver.orElse(LOCAL).equals(LOCAL) ? NAME.matcher(name).matches() : name.length() > 1;
  }

  private static Problem unnameable(Volume volume) {
    Mapping tree = volume.definition().tree();
    Span place = tree.get("name").map(Node::span).orElse(tree.span());
    return unnameable(volume.name(), Stream.of(place).filter(Span::isWritten).toList());
  }

  private static Problem unnameable(String name, List<Span> places) {
    return new Problem(
        "`%s` cannot be the name of a volume".formatted(name),
        "names have two or more of letters, digits, `_`, `.` and `-`, a letter or digit first",
        places);
  }

  private static Stream<Problem> onDrives(Service service) {
    boolean windows =
        service.lifecycle().platform().filter(it -> it.os().equals("windows")).isPresent();
    return windows
        ? Stream.empty()
        : service.storage().mounts().stream()
            .map(Mount::target)
            .filter(target -> ON_DRIVE.matcher(target).matches())
            .map(target -> onDrive(service, target));
  }

  private static Problem onDrive(Service service, String target) {
    return new Problem(
        "`%s` in service `%s` is read as a path on a Windows drive, which no container has"
            .formatted(target, service.name()),
        "a volume of one letter needs a longer name",
        places(service, target));
  }

  private static List<Span> places(Service service, String target) {
    return ContainerTable.VOLUMES.nodeIn(service.definition().tree()).orElse(null)
            instanceof Sequence mounts
        ? mounts.items().stream()
            .filter(mount -> isAt(mount, target))
            .map(Node::span)
            .filter(Span::isWritten)
            .toList()
        : List.of();
  }

  private static boolean isAt(Node mount, String target) {
    return mount instanceof Mapping mapping
        && MountTable.TARGET.in(mapping).equals(Optional.of(target));
  }
}
