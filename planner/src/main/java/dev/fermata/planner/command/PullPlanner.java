package dev.fermata.planner.command;

import dev.fermata.model.ImageRef;
import dev.fermata.model.InitContainer;
import dev.fermata.model.Platform;
import dev.fermata.model.Project;
import dev.fermata.model.PullPolicy;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.planner.conflict.SourceSpans;
import dev.fermata.planner.image.ImageNames;
import dev.fermata.planner.input.Inventory;
import dev.fermata.planner.input.UpInput;
import dev.fermata.planner.observed.ObservedImage;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.Draft;
import dev.fermata.planner.plan.PlanResult;
import dev.fermata.planner.plan.Problem;
import dev.fermata.planner.plan.Reason;
import dev.fermata.planner.plan.Skip;
import dev.fermata.planner.plan.StepList;
import dev.fermata.planner.request.PullOptions;
import dev.fermata.planner.request.PullOptions.Buildable;
import dev.fermata.planner.request.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The plan of {@code pull}: each image once, whoever uses it. Who asks for a pull wants what the
 * registry has now, so that policies which leave it to us when to look mean "now".
 */
public final class PullPlanner {
  private final Project project;
  private final PullOptions options;
  private final Inventory inventory;
  private final Map<String, Wanted> wanted = new TreeMap<>();
  private final Map<String, Skip> left = new TreeMap<>();
  private final List<Skip> nameless = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  /** An image, and who wants it for which platforms; none where any will do. */
  private record Wanted(ImageRef image, SortedSet<ServiceName> services, Set<Platform> platforms) {

    static Wanted of(ImageRef image) {
      return new Wanted(image, new TreeSet<>(), new TreeSet<>());
    }
  }

  public PullPlanner(Request.Pull request, Inventory inventory) {
    this.project = request.project();
    this.options = request.options();
    this.inventory = inventory;
  }

  public PlanResult plan() {
    List<Service> services =
        UpInput.selected(project, options.selection()).stream().map(project::service).toList();
    problems.addAll(ImageNames.problems(services));
    services.forEach(this::addOwn);
    services.forEach(this::addOthers);
    if (!problems.isEmpty()) {
      return new PlanResult.Refused(problems);
    }
    StepList steps = new StepList(project.name(), fact -> false);
    wanted.values().forEach(it -> add(steps, it));
    left.keySet().removeAll(wanted.keySet());
    left.values().forEach(steps::skip);
    nameless.forEach(steps::skip);
    return new PlanResult.Planned(steps.plan());
  }

  private void addOwn(Service service) {
    if (ContainerTable.IMAGE.nodeIn(service.definition().tree()).isEmpty()) {
      nameless.add(new Skip(service.name().text(), "No image to be pulled"));
      return;
    }
    if (isToBePulled(service, policy(service)) && isLeft(service)) {
      skip(service.image(), "Image can be built");
      return;
    }
    consider(service, policy(service));
  }

  private boolean isLeft(Service service) {
    return service.isBuilt() && options.buildable() == Buildable.LEFT;
  }

  /** What runs before it, and what it mounts: nobody builds these, unless as a service. */
  private void addOthers(Service service) {
    Optional<PullPolicy> policy =
        policy(service)
            .map(it ->
                it.kind() == PullPolicy.Kind.BUILD ? PullPolicy.of(PullPolicy.Kind.MISSING) : it);
    service.lifecycle().hooks().preStart().stream()
        .map(InitContainer::container)
        .filter(hook -> !hook.image().equals(service.image()))
        .forEach(hook -> consider(hook, policy));
    service.storage().images().stream()
        .map(project::image)
        .filter(image -> !isOfService(image))
        .filter(image -> inventory.image(image).isEmpty() && !image.isId())
        .forEach(image -> wanted(image).services().add(service.name()));
  }

  private boolean isOfService(ImageRef image) {
    return project.services().values().stream().anyMatch(it -> it.image().equals(image));
  }

  private Optional<PullPolicy> policy(Service service) {
    return options.policy().or(() -> service.lifecycle().pullPolicy());
  }

  private void consider(Service user, Optional<PullPolicy> policy) {
    ImageRef image = user.image();
    if (isToBePulled(user, policy)) {
      Wanted it = wanted(image);
      it.services().add(user.name());
      user.lifecycle().platform().ifPresent(it.platforms()::add);
      return;
    }
    boolean isKept = policy.map(it -> !asksForNone(it)).orElse(true);
    if (isKept && image.isId() && !isThere(user)) {
      problems.add(unknown(user));
      return;
    }
    skip(image, isKept ? "Image is already present locally" : "");
  }

  private static Problem unknown(Service user) {
    return new Problem(
        "service `%s` needs the image `%s`, which is not there"
            .formatted(user.name(), user.image()),
        "an id is of images of this machine and cannot be pulled: load it, or write its name",
        SourceSpans.of(user, "image"));
  }

  private static boolean asksForNone(PullPolicy policy) {
    return policy.kind() == PullPolicy.Kind.NEVER || policy.kind() == PullPolicy.Kind.BUILD;
  }

  private Wanted wanted(ImageRef image) {
    return wanted.computeIfAbsent(image.familiar(), name -> Wanted.of(image));
  }

  private void skip(ImageRef image, String why) {
    left.put(image.familiar(), new Skip("Image " + image, why));
  }

  /** A digest cannot come to mean another image, and no registry knows an id. */
  private boolean isToBePulled(Service user, Optional<PullPolicy> policy) {
    ImageRef image = user.image();
    if (image.isId()) {
      return false;
    }
    boolean fixed = image.digest().isPresent();
    if (policy.isEmpty()) {
      return !fixed || !isThere(user);
    }
    return switch (policy.get().kind()) {
      case ALWAYS, REFRESH -> !fixed || !isThere(user);
      case MISSING -> !isThere(user) || (isLatest(image) && !fixed);
      case NEVER, BUILD -> false;
    };
  }

  private static boolean isLatest(ImageRef image) {
    return image.familiar().endsWith(":latest");
  }

  private boolean isThere(Service user) {
    Optional<ObservedImage> there = inventory.image(user.image());
    Optional<Platform> platform = user.lifecycle().platform();
    return there.filter(it -> platform.map(it::isFor).orElse(true)).isPresent();
  }

  private void add(StepList steps, Wanted it) {
    Reason reason =
        inventory.image(it.image()).isPresent() ? new Reason.Asked("pull") : new Reason.Missing();
    if (it.platforms().isEmpty()) {
      steps.add(Draft.of(action(it, Optional.empty()), reason));
    }
    for (Platform platform : it.platforms()) {
      steps.add(Draft.of(action(it, Optional.of(platform)), reason));
    }
  }

  private static Action action(Wanted it, Optional<Platform> platform) {
    return new Action.PullImage(it.image(), platform, it.services());
  }
}
