package dev.fermata.planner;

import dev.fermata.model.ImageRef;
import dev.fermata.model.Project;
import dev.fermata.model.PullPolicy;
import dev.fermata.model.Rerun;
import dev.fermata.model.ServiceName;
import dev.fermata.model.text.PullPolicyText;
import dev.fermata.planner.observed.Observed;
import dev.fermata.planner.plan.PlanResult;
import dev.fermata.planner.request.BuildOptions;
import dev.fermata.planner.request.DownOptions;
import dev.fermata.planner.request.KillOptions;
import dev.fermata.planner.request.OneOff;
import dev.fermata.planner.request.OrphanPolicy;
import dev.fermata.planner.request.Overrides;
import dev.fermata.planner.request.PullOptions;
import dev.fermata.planner.request.PushOptions;
import dev.fermata.planner.request.RemoveOptions;
import dev.fermata.planner.request.Replaced;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.request.RestartOptions;
import dev.fermata.planner.request.StartOptions;
import dev.fermata.planner.request.StopOptions;
import dev.fermata.planner.request.Target;
import dev.fermata.planner.request.UpOptions;
import dev.fermata.planner.request.UpOptions.Building;
import dev.fermata.planner.request.UpOptions.Recreate;
import dev.fermata.planner.spec.AfterEnd;
import dev.fermata.planner.spec.AnonymousVolumes;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The command line of a golden case. */
record PlanCommand(List<String> words) {

  private boolean has(String flag) {
    return words.contains(flag);
  }

  private SortedSet<ServiceName> services() {
    SortedSet<ServiceName> services = new TreeSet<>();
    words.stream()
        .skip(1)
        .filter(word -> !word.startsWith("-"))
        .forEach(word -> services.add(new ServiceName(word)));
    return services;
  }

  PlanResult plan(Supplier<Project> file, Observed observed) {
    return Planner.plan(request(file.get()), observed);
  }

  private Request request(Project project) {
    var target = has("--labels-only") ? Target.named(project.name()) : Target.of(project);
    var empty = Optional.<Duration>empty();
    return switch (words.getFirst()) {
      case "up" -> new Request.Up(project, upOptions(project));
      case "run" -> run(project);
      case "down" -> new Request.Down(target, downOptions());
      case "stop" -> new Request.Stop(target, new StopOptions(services(), empty));
      case "start" ->
          new Request.Start(
              target, new StartOptions(services(), UpOptions.Gates.READY, UpOptions.Waiting.USUAL));
      case "restart" -> new Request.Restart(target, restartOptions());
      case "kill" -> new Request.Kill(target, new KillOptions(services(), "SIGKILL", orphans()));
      case "pause" -> new Request.Pause(target, services());
      case "unpause" -> new Request.Unpause(target, services());
      case "rm" -> new Request.Remove(target, removeOptions());
      case "pull" -> new Request.Pull(project, pullOptions());
      case "push" -> new Request.Push(project, pushOptions());
      case "build" -> new Request.Build(project, buildOptions());
      default -> throw new IllegalArgumentException("no such command: " + words);
    };
  }

  private BuildOptions buildOptions() {
    var dependencies =
        has("--with-dependencies") ? UpOptions.Dependencies.WITH : UpOptions.Dependencies.WITHOUT;
    return new BuildOptions(
        new UpOptions.Selection(services(), dependencies),
        has("--push") ? BuildOptions.Pushing.ALL : BuildOptions.Pushing.NONE,
        has("--builder") ? Optional.of("far") : Optional.empty(),
        has("--prune-replaced") ? Replaced.REMOVED : Replaced.KEPT);
  }

  private Request run(Project project) {
    ServiceName service = services().first();
    var none = Optional.<List<String>>empty();
    var overrides =
        new Overrides(
            has("--command") ? Optional.of(List.of("once")) : none,
            none,
            new LinkedHashMap<>(),
            Optional.empty(),
            Optional.empty(),
            new Overrides.Streams(false, true),
            new Overrides.Capabilities(List.of(), List.of()),
            List.of(),
            has("-P") ? Optional.empty() : Optional.of(List.of()),
            new TreeMap<>());
    var oneOff =
        new OneOff(
            service,
            Optional.empty(),
            "0123456789abcdef",
            OneOff.Aliases.OWN_NAME,
            has("--rm") ? AfterEnd.REMOVED : AfterEnd.KEPT,
            overrides);
    return new Request.Run(overrides.in(project, service), upOptions(project), oneOff);
  }

  private static SortedSet<ImageRef> images(Project project) {
    var images = new TreeSet<ImageRef>();
    project.services().values().forEach(service -> images.add(service.image()));
    return images;
  }

  private RestartOptions restartOptions() {
    return new RestartOptions(
        services(),
        has("--no-deps") ? RestartOptions.Followers.LEAVE : RestartOptions.Followers.RESTART,
        UpOptions.Gates.READY,
        Optional.empty());
  }

  private RemoveOptions removeOptions() {
    return new RemoveOptions(
        services(),
        has("-s") ? RemoveOptions.Running.STOP : RemoveOptions.Running.LEAVE,
        has("-v") ? AnonymousVolumes.REMOVE : AnonymousVolumes.KEEP,
        Optional.empty());
  }

  private UpOptions.Reruns reruns() {
    return new UpOptions.Reruns(
        has("--as-compose") ? Rerun.ALWAYS : Rerun.CHANGED,
        has("--rerun-jobs") ? Optional.of(Rerun.ALWAYS) : Optional.empty(),
        Optional.empty());
  }

  private PullOptions pullOptions() {
    Optional<PullPolicy> policy =
        words.stream()
            .filter(word -> word.startsWith("--policy="))
            .map(word -> word.substring(word.indexOf('=') + 1))
            .flatMap(word -> PullPolicyText.parse(word).sound().stream())
            .findFirst();
    return new PullOptions(
        images(),
        policy,
        has("--ignore-buildable") ? PullOptions.Buildable.LEFT : PullOptions.Buildable.PULLED);
  }

  private PushOptions pushOptions() {
    return new PushOptions(
        images(), has("--ignore-missing") ? PushOptions.Absent.LEFT : PushOptions.Absent.REFUSED);
  }

  private UpOptions.Selection images() {
    return new UpOptions.Selection(
        services(),
        has("--include-deps") ? UpOptions.Dependencies.WITH : UpOptions.Dependencies.WITHOUT);
  }

  private OrphanPolicy orphans() {
    return has("--remove-orphans") ? OrphanPolicy.REMOVE : OrphanPolicy.NOTE;
  }

  private UpOptions upOptions(Project project) {
    Recreate named = has("--force-recreate") ? Recreate.FORCE : Recreate.DIVERGED;
    var images =
        new UpOptions.Images(
            has("--build") ? Building.ALWAYS : Building.WHERE_MISSING,
            has("--pull=always")
                ? Optional.of(PullPolicy.of(PullPolicy.Kind.ALWAYS))
                : Optional.empty(),
            has("--second-round") ? images(project) : new TreeSet<>(),
            has("--prune-replaced") ? Replaced.REMOVED : Replaced.KEPT);
    var starting =
        new UpOptions.Starting(
            has("--no-start") ? UpOptions.Start.CREATED : UpOptions.Start.STARTED,
            has("--gate=compose") ? UpOptions.Gates.COMPOSE : UpOptions.Gates.READY,
            has("--wait")
                ? new UpOptions.Waiting(UpOptions.Caller.STAYS, Optional.empty())
                : UpOptions.Waiting.USUAL);
    return UpOptions.DEFAULT
        .withSelection(
            new UpOptions.Selection(
                services(),
                has("--no-deps") ? UpOptions.Dependencies.WITHOUT : UpOptions.Dependencies.WITH))
        .withRecreation(
            new UpOptions.Recreation(
                has("--no-recreate") ? Recreate.NEVER : named,
                has("--no-recreate") ? Recreate.NEVER : Recreate.DIVERGED,
                has("-V") ? UpOptions.AnonymousVolumes.RENEW : UpOptions.AnonymousVolumes.INHERIT,
                Optional.empty(),
                Set.of()))
        .withImages(images)
        .withStarting(starting)
        .withOrphans(orphans())
        .withReruns(reruns());
  }

  private DownOptions downOptions() {
    DownOptions.RemoveImages images =
        has("--rmi=all")
            ? DownOptions.RemoveImages.ALL
            : has("--rmi=local") ? DownOptions.RemoveImages.LOCAL : DownOptions.RemoveImages.NONE;
    return DownOptions.DEFAULT
        .withServices(services())
        .withVolumes(has("-v") ? DownOptions.Volumes.REMOVE : DownOptions.Volumes.KEEP)
        .withImages(images)
        .withOrphans(orphans());
  }
}
