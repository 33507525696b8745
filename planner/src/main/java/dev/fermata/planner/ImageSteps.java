package dev.fermata.planner;

import dev.fermata.model.ImageRef;
import dev.fermata.model.Project;
import dev.fermata.model.PullPolicy;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.UpOptions.Building;
import dev.fermata.planner.UpOptions.Round;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Images: one step for each that has to come, shared by all services that use it. */
final class ImageSteps {

  /** How an image comes, and why. */
  private record Need(Action action, Reason reason) {}

  private final UpScene scene;
  private final LabelSet labels;
  private final SequencedMap<String, Need> needs = new LinkedHashMap<>();
  private final SortedSet<ImageRef> deciding = new TreeSet<>();
  private final Map<String, Integer> made = new LinkedHashMap<>();

  ImageSteps(UpScene scene, LabelSet labels, Iterable<ServiceFate> fates) {
    this.scene = scene;
    this.labels = labels;
    for (ServiceFate fate : fates) {
      if (!fate.containers().isEmpty()) {
        need(fate.service())
            .ifPresent(need -> needs.merge(key(fate.service()), need, this::builtFirst));
      }
    }
    for (ServiceFate fate : fates) {
      if (fate.creates()) {
        mounted(fate.service()).forEach(this::needWhereMissing);
      }
    }
    for (ServiceFate fate : fates) {
      if (needs.containsKey(key(fate.service())) && mayChange(fate)) {
        deciding.add(fate.service().image());
      }
    }
    if (scene.options().images().round() == Round.SECOND) {
      deciding.forEach(image -> needs.keySet().removeIf(key -> key.equals(image.familiar())));
      deciding.clear();
    }
  }

  /** A build of each of the services that have one; of all where none is named. */
  static Plan build(Project project, Set<ServiceName> services) {
    StepList steps = new StepList(project.name());
    LabelSet labels = new LabelSet(project, new Fingerprints(project));
    for (Service service : project.services().values()) {
      boolean meant = services.isEmpty() || services.contains(service.name());
      if (service.isBuilt() && meant) {
        var action = new Action.BuildImage(project, service, labels.image(service));
        steps.add(action, new Reason.Asked("build"), Set.of());
      }
    }
    return steps.plan();
  }

  private List<ImageRef> mounted(Service service) {
    return service.storage().images().stream().map(scene.project()::image).toList();
  }

  private void needWhereMissing(ImageRef image) {
    if (scene.inventory().image(image).isEmpty() && !image.isId()) {
      var pull = new Action.PullImage(image, Optional.empty());
      needs.putIfAbsent(image.familiar(), new Need(pull, new Reason.Missing()));
    }
  }

  private static String key(Service service) {
    return service.image().familiar();
  }

  private Need builtFirst(Need one, Need other) {
    return one.action() instanceof Action.BuildImage ? one : other;
  }

  private Optional<Need> need(Service service) {
    return service.isBuilt() ? needOfBuilt(service) : needOfPulled(service);
  }

  private Optional<Need> needOfBuilt(Service service) {
    boolean missing = scene.inventory().image(service.image()).isEmpty();
    return switch (scene.options().images().building()) {
      case ALWAYS -> Optional.of(build(service, new Reason.Asked("--build")));
      case NEVER -> Optional.empty();
      case WHERE_MISSING -> {
        if (policy(service) == PullPolicy.Kind.BUILD) {
          yield Optional.of(build(service, new Reason.Asked("pull_policy: build")));
        }
        if (wantsPull(service)) {
          yield Optional.of(pull(service, new Reason.Asked("pull_policy: always")));
        }
        yield missing ? Optional.of(build(service, new Reason.Missing())) : Optional.empty();
      }
    };
  }

  /** Only the file says that what can be built here is to be had elsewhere; `--pull` does not. */
  private static boolean wantsPull(Service service) {
    boolean always =
        service
            .lifecycle()
            .pullPolicy()
            .filter(policy -> policy.kind() == PullPolicy.Kind.ALWAYS)
            .isPresent();
    return always && service.definition().tree().get("image").isPresent();
  }

  private Optional<Need> needOfPulled(Service service) {
    if (service.image().isId()) {
      return Optional.empty();
    }
    boolean missing = scene.inventory().image(service.image()).isEmpty();
    boolean pinned = service.image().digest().isPresent();
    return switch (policy(service)) {
      case ALWAYS ->
          missing || !pinned
              ? Optional.of(pull(service, new Reason.Asked(pullAskedBy())))
              : Optional.empty();
      case MISSING, REFRESH ->
          missing ? Optional.of(pull(service, new Reason.Missing())) : Optional.empty();
      case NEVER, BUILD -> Optional.empty();
    };
  }

  private String pullAskedBy() {
    return scene.options().images().pull().isPresent() ? "--pull always" : "pull_policy: always";
  }

  private PullPolicy.Kind policy(Service service) {
    return scene
        .options()
        .images()
        .pull()
        .or(() -> service.lifecycle().pullPolicy())
        .map(PullPolicy::kind)
        .orElse(PullPolicy.Kind.MISSING);
  }

  private Need build(Service service, Reason reason) {
    return new Need(new Action.BuildImage(scene.project(), service, labels.image(service)), reason);
  }

  private static Need pull(Service service, Reason reason) {
    return new Need(new Action.PullImage(service.image(), service.lifecycle().platform()), reason);
  }

  /** Whether it depends on the image that comes what becomes of a container that is there. */
  private boolean mayChange(ServiceFate fate) {
    if (scene.policy(fate.service().name()) != UpOptions.Recreate.DIVERGED) {
      return false;
    }
    return fate.fates().stream().anyMatch(ImageSteps::dependsOnImage);
  }

  private static boolean dependsOnImage(Fate fate) {
    return switch (fate) {
      case Fate.Keep keep -> true;
      case Fate.Start start -> true;
      case Fate.Restart restart -> true;
      case Fate.Recreate recreate -> recreate.reason() instanceof Reason.ImageChanged;
      case Fate.RemoveFirst goes -> false;
      case Fate.Create create -> false;
      case Fate.Remove remove -> false;
    };
  }

  /** What stands in the way of containers that are to be made. */
  List<Problem> problems(Iterable<ServiceFate> fates) {
    List<Problem> problems = new ArrayList<>();
    for (ServiceFate fate : fates) {
      Service service = fate.service();
      boolean there = scene.inventory().image(service.image()).isPresent();
      if (fate.creates() && !there && !needs.containsKey(key(service))) {
        problems.add(absent(service));
      }
    }
    return problems;
  }

  private Problem absent(Service service) {
    String message =
        "service `%s` needs the image `%s`, which is not there"
            .formatted(service.name(), service.image());
    if (service.isBuilt() && scene.options().images().building() == Building.NEVER) {
      return new Problem(message, "`--no-build` forbids to build it: leave it out");
    }
    if (service.image().isId()) {
      return new Problem(
          message,
          "an id is of images of this machine and cannot be pulled: load it, or write its name",
          Places.of(service, "image"));
    }
    return new Problem(
        message,
        "its pull policy is `%s`: load the image, or change the policy"
            .formatted(policy(service).name().toLowerCase(java.util.Locale.ROOT)));
  }

  /** Adds the steps that decide, and a last one that asks to plan again; false if there is none. */
  boolean addPrefix(StepList steps) {
    if (deciding.isEmpty()) {
      return false;
    }
    SortedSet<String> keys = new TreeSet<>();
    deciding.forEach(image -> keys.add(image.familiar()));
    keys.forEach(key -> add(steps, key));
    steps.add(new Action.PlanAgain(deciding), new Reason.Undecided(), made.values());
    return true;
  }

  void addAll(StepList steps) {
    new TreeSet<>(needs.keySet()).forEach(key -> add(steps, key));
  }

  private void add(StepList steps, String key) {
    Need need = needs.get(key);
    if (need != null) {
      made.put(key, steps.add(need.action(), need.reason(), Set.of()));
    }
  }

  /** The steps that bring the image of a service, and those that it mounts. */
  Set<Integer> before(Service service) {
    Set<Integer> before = new TreeSet<>();
    Stream.concat(Stream.of(service.image()), mounted(service).stream())
        .flatMap(image -> Stream.ofNullable(made.get(image.familiar())))
        .forEach(before::add);
    return before;
  }
}
