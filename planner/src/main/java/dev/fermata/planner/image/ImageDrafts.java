package dev.fermata.planner.image;

import static java.util.stream.Collectors.toSet;

import dev.fermata.model.ImageRef;
import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.build.Builds;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.Draft;
import dev.fermata.planner.plan.Fact;
import dev.fermata.planner.plan.StepList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** The steps by which the images of one plan come: those that are one build are one step. */
final class ImageDrafts {
  private final Project project;
  private final Builds builds;
  private final SequencedMap<ImageNeed.Key, ImageNeed> needs;
  private final Map<ImageNeed.Key, SortedSet<ServiceName>> users;
  private final Function<Service, ImageNeed.Key> keys;
  private final SortedMap<ServiceName, Action.BuildImage> joined;
  private final Set<Action> added = new HashSet<>();

  /** {@code keys} tell which of the needs is that of a service. */
  ImageDrafts(
      Project project,
      Builds builds,
      SequencedMap<ImageNeed.Key, ImageNeed> needs,
      Map<ImageNeed.Key, SortedSet<ServiceName>> users,
      Function<Service, ImageNeed.Key> keys) {
    this.project = project;
    this.builds = builds;
    this.needs = needs;
    this.users = users;
    this.keys = keys;
    List<Service> built = new ArrayList<>();
    for (ImageNeed need : needs.values()) {
      if (need instanceof ImageNeed.Build build) {
        built.add(build.service());
      }
    }
    this.joined = builds.joined(built);
  }

  private ImageNeed need(ImageNeed.Key key) {
    return Objects.requireNonNull(needs.get(key));
  }

  private Action.BuildImage joined(Service service) {
    return Objects.requireNonNull(joined.get(service.name()));
  }

  /** A build comes with those of the services that share it, and with what they are made from. */
  void addWithBases(ImageNeed.Key key, Set<ImageNeed.Key> all) {
    if (!all.add(key)) {
      return;
    }
    for (Service service : services(key)) {
      if (needs.containsKey(keys.apply(service))) {
        addWithBases(keys.apply(service), all);
      }
      bases(service).forEach(base -> addWithBases(base, all));
    }
  }

  /** Those that a build is done for; that of a pull, should it fail. */
  private List<Service> services(ImageNeed.Key key) {
    return switch (need(key)) {
      case ImageNeed.Build build ->
          joined(build.service()).services().stream()
              .map(name -> project.anyService(name).orElseThrow())
              .toList();
      case ImageNeed.Pull pull -> pull.otherwise().stream().toList();
    };
  }

  /** The images that come and that this one is made from. */
  private List<ImageNeed.Key> bases(Service service) {
    return builds.needs().of(service).keySet().stream()
        .map(name -> keys.apply(project.anyService(name).orElseThrow()))
        .filter(needs::containsKey)
        .toList();
  }

  /** As the service names it that wants it, which is what a later plan is told. */
  ImageRef reference(ImageNeed.Key key) {
    return switch (need(key)) {
      case ImageNeed.Build build -> build.service().image();
      case ImageNeed.Pull pull -> pull.image();
    };
  }

  void add(StepList steps, ImageNeed.Key key) {
    Action action = action(key);
    if (!added.add(action)) {
      return;
    }
    Draft draft =
        Draft.of(action, need(key).reason())
            .providing(key.ready())
            .requiring(pulled(steps, action));
    for (Service service : services(key)) {
      draft = draft.requiring(bases(service).stream().map(ImageNeed.Key::ready).toList());
      if (!keys.apply(service).equals(key)) {
        draft = draft.providing(keys.apply(service).ready());
      }
    }
    steps.add(draft);
  }

  /** What a build is to have anew comes before it, each once. */
  private List<Fact> pulled(StepList steps, Action action) {
    if (!(action instanceof Action.BuildImage build)) {
      return List.of();
    }
    List<Fact> pulled = new ArrayList<>();
    Set<Fact> coming = needs.keySet().stream().map(ImageNeed.Key::ready).collect(toSet());
    for (Draft pull : builds.pulls(build)) {
      pulled.addAll(pull.provides());
      if (pull.provides().stream().noneMatch(it -> coming.contains(it) || steps.provides(it))) {
        steps.add(pull);
      }
    }
    return pulled;
  }

  private Action action(ImageNeed.Key key) {
    return switch (need(key)) {
      case ImageNeed.Pull pull ->
          new Action.PullImage(
              pull.image(),
              key.platform(),
              users.getOrDefault(key, new TreeSet<>()),
              pull.otherwise().map(builds::of));
      case ImageNeed.Build build -> joined(build.service());
    };
  }
}
