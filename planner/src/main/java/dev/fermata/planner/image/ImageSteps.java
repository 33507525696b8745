package dev.fermata.planner.image;

import static java.util.stream.Collectors.toSet;

import dev.fermata.model.ImageRef;
import dev.fermata.model.Platform;
import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.conflict.NeededFiles;
import dev.fermata.planner.decision.Decision;
import dev.fermata.planner.decision.ServiceDecision;
import dev.fermata.planner.digest.Fingerprints;
import dev.fermata.planner.hook.InitDecision;
import dev.fermata.planner.input.UpInput;
import dev.fermata.planner.label.LabelSet;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.Draft;
import dev.fermata.planner.plan.Fact;
import dev.fermata.planner.plan.PlanResult;
import dev.fermata.planner.plan.Problem;
import dev.fermata.planner.plan.Reason;
import dev.fermata.planner.plan.StepList;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.request.UpOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Images: one step for each that has to come, shared by all services that use it. */
public final class ImageSteps {
  private final UpInput input;
  private final LabelSet labels;
  private final ImageNeeds wanted;
  private final SequencedMap<ImageNeed.Key, ImageNeed> needs = new LinkedHashMap<>();
  private final Map<ImageNeed.Key, SortedSet<ServiceName>> users = new HashMap<>();
  private final Map<String, SortedSet<Platform>> platforms = new HashMap<>();
  private final List<Service> coming = new ArrayList<>();
  private final SortedSet<ImageRef> deciding = new TreeSet<>();

  public ImageSteps(UpInput input, LabelSet labels, Iterable<ServiceDecision> decisions) {
    this.input = input;
    this.labels = labels;
    this.wanted = new ImageNeeds(input);
    for (ServiceDecision decision : decisions) {
      if (decision.creates() || need(decision).isPresent()) {
        coming.add(decision.service());
        platforms
            .computeIfAbsent(decision.service().image().familiar(), name -> new TreeSet<>())
            .addAll(ImageProblems.platforms(List.of(decision.service())));
      }
    }
    for (ServiceDecision decision : decisions) {
      need(decision).ifPresent(need -> add(key(decision.service()), need, decision.service()));
    }
    decisions.forEach(this::addHooks);
    for (ServiceDecision decision : decisions) {
      if (decision.creates()) {
        mounted(decision.service()).forEach(image -> addMounted(image, decision.service()));
      }
    }
    for (ServiceDecision decision : decisions) {
      if (needs.containsKey(key(decision.service())) && mayChange(decision)) {
        deciding.add(decision.service().image());
      }
    }
    SortedSet<ImageRef> brought = input.options().images().brought();
    brought.forEach(image -> needs.keySet().removeIf(it -> it.name().equals(image.familiar())));
    deciding.removeAll(brought);
  }

  /** What runs before a service starts comes from images as well. */
  private void addHooks(ServiceDecision decision) {
    for (Service hook : hooks(decision)) {
      boolean own = !hook.image().equals(decision.service().image());
      if (own) {
        wanted.ofHook(hook).ifPresent(need -> add(key(hook), need, hook));
      }
      mounted(hook).forEach(image -> addMounted(image, hook));
    }
  }

  private List<Service> hooks(ServiceDecision decision) {
    UpOptions.Start start = input.options().starting().start();
    return InitDecision.runs(input.project().name(), decision, start).all().stream()
        .map(run -> run.hook().container())
        .distinct()
        .toList();
  }

  private Optional<ImageNeed> need(ServiceDecision decision) {
    return decision.containers().isEmpty() ? Optional.empty() : wanted.of(decision);
  }

  private void add(ImageNeed.Key key, ImageNeed need, Service user) {
    needs.merge(key, need, ImageSteps::builtFirst);
    users.computeIfAbsent(key, one -> new TreeSet<>()).add(user.name());
  }

  private void addMounted(ImageRef image, Service user) {
    ImageNeed.Key key = key(image, Optional.empty());
    wanted.ofMounted(image).ifPresent(need -> add(key, needs.getOrDefault(key, need), user));
  }

  /** A build of each of the services that have one; of all where none is named. */
  public static PlanResult build(Request.Build asked, Set<String> missingFiles) {
    Project project = asked.project();
    List<Service> built =
        project.services().values().stream()
            .filter(
                service -> asked.services().isEmpty() || asked.services().contains(service.name()))
            .filter(Service::isBuilt)
            .toList();
    List<Problem> problems =
        built.stream().flatMap(service -> unbuildable(project, service, missingFiles)).toList();
    if (!problems.isEmpty()) {
      return new PlanResult.Refused(problems);
    }
    StepList steps = new StepList(project.name(), fact -> false);
    LabelSet labels = new LabelSet(project, new Fingerprints(project));
    for (Service service : built) {
      var action = Action.BuildImage.of(project, service, labels.image(service));
      steps.add(Draft.of(action, new Reason.Asked("build")));
    }
    return new PlanResult.Planned(steps.plan());
  }

  private static Stream<Problem> unbuildable(
      Project project, Service service, Set<String> missingFiles) {
    return new NeededFiles(project, service).unbuildable(missingFiles).stream();
  }

  private List<ImageRef> mounted(Service service) {
    return service.storage().images().stream().map(input.project()::image).toList();
  }

  private ImageNeed.Key key(Service service) {
    return key(service.image(), service.lifecycle().platform());
  }

  /** Who names no platform takes the image that comes for the one that others name. */
  private ImageNeed.Key key(ImageRef image, Optional<Platform> platform) {
    SortedSet<Platform> named = platforms.getOrDefault(image.familiar(), new TreeSet<>());
    return new ImageNeed.Key(
        image.familiar(),
        platform.or(() -> named.size() == 1 ? Optional.of(named.first()) : Optional.empty()));
  }

  private static ImageNeed builtFirst(ImageNeed one, ImageNeed other) {
    return one instanceof ImageNeed.Build ? one : other;
  }

  /** Whether it depends on the image that comes what becomes of a container that is there. */
  private boolean mayChange(ServiceDecision decision) {
    if (input.policy(decision.service().name()) != UpOptions.Recreate.DIVERGED) {
      return false;
    }
    return decision.decisions().stream().anyMatch(ImageSteps::dependsOnImage);
  }

  private static boolean dependsOnImage(Decision decision) {
    return switch (decision) {
      case Decision.Keep keep -> true;
      case Decision.Start start -> true;
      case Decision.Restart restart -> true;
      case Decision.Recreate recreate -> recreate.reason() instanceof Reason.ImageChanged;
      case Decision.RemoveFirst goes -> false;
      case Decision.Create create -> false;
      case Decision.Remove remove -> false;
    };
  }

  /** What stands in the way of images and containers that are to be made. */
  public List<Problem> problems(Iterable<ServiceDecision> decisions) {
    var images = new ImageProblems(input, wanted);
    List<Problem> problems = new ArrayList<>(images.unknownPlatforms());
    problems.addAll(images.contested(coming));
    for (ImageNeed need : needs.values()) {
      if (need instanceof ImageNeed.Build build) {
        unbuildable(input.project(), build.service(), input.inventory().missingFiles())
            .forEach(problems::add);
      }
    }
    for (ServiceDecision decision : decisions) {
      Service service = decision.service();
      boolean there = input.inventory().image(service).isPresent();
      if (decision.creates() && !there && !needs.containsKey(key(service))) {
        problems.add(images.absent(service));
      }
      hooks(decision).stream()
          .filter(hook -> input.inventory().image(hook).isEmpty())
          .filter(hook -> !needs.containsKey(key(hook)))
          .filter(hook -> there || !hook.image().equals(service.image()))
          .map(images::absent)
          .forEach(problems::add);
    }
    return problems;
  }

  /** Adds the steps that decide, and a last one that asks to plan again; false if there is none. */
  public boolean addPrefix(StepList steps) {
    if (deciding.isEmpty()) {
      return false;
    }
    Set<String> names = deciding.stream().map(ImageRef::familiar).collect(toSet());
    Draft again = Draft.of(new Action.PlanAgain(deciding), new Reason.Undecided());
    for (ImageNeed.Key key : new TreeSet<>(needs.keySet())) {
      if (names.contains(key.name())) {
        add(steps, key);
        again = again.requiring(key.ready());
      }
    }
    steps.add(again);
    return true;
  }

  public void addAll(StepList steps) {
    new TreeSet<>(needs.keySet()).forEach(key -> add(steps, key));
  }

  private void add(StepList steps, ImageNeed.Key key) {
    ImageNeed need = Objects.requireNonNull(needs.get(key));
    steps.add(Draft.of(action(key, need), need.reason()).providing(key.ready()));
  }

  private Action action(ImageNeed.Key key, ImageNeed need) {
    return switch (need) {
      case ImageNeed.Pull pull ->
          new Action.PullImage(
              pull.image(),
              key.platform(),
              users.getOrDefault(key, new TreeSet<>()),
              pull.otherwise().map(this::build));
      case ImageNeed.Build build -> build(build.service());
    };
  }

  private Action.BuildImage build(Service service) {
    return Action.BuildImage.of(input.project(), service, labels.image(service));
  }

  /** The image of a service, and those that it mounts. An id cannot be brought. */
  public List<Fact> before(Service service) {
    List<Fact> before = new ArrayList<>();
    if (!service.image().isId()) {
      before.add(key(service).ready());
    }
    mounted(service).stream()
        .filter(image -> !image.isId())
        .forEach(image -> before.add(key(image, Optional.empty()).ready()));
    return before;
  }
}
