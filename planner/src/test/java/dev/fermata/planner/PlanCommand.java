package dev.fermata.planner;

import dev.fermata.model.Project;
import dev.fermata.model.PullPolicy;
import dev.fermata.model.Rerun;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.UpOptions.Building;
import dev.fermata.planner.UpOptions.Recreate;
import dev.fermata.planner.observed.Observed;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
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

  Plan plan(Supplier<Project> file, Observed observed) {
    Project project = file.get();
    Optional<Project> known = has("--labels-only") ? Optional.empty() : Optional.of(project);
    var empty = Optional.<java.time.Duration>empty();
    return switch (words.getFirst()) {
      case "up" -> Planner.up(project, observed, upOptions());
      case "down" -> Planner.down(project.name(), known, observed, downOptions());
      case "stop" ->
          Planner.stop(project.name(), known, observed, new StopOptions(services(), empty));
      case "start" ->
          Planner.start(
              project.name(),
              known,
              observed,
              new StartOptions(services(), UpOptions.Gates.READY, Optional.empty()));
      case "restart" ->
          Planner.restart(
              project.name(),
              known,
              observed,
              new RestartOptions(
                  services(),
                  has("--no-deps")
                      ? RestartOptions.Followers.LEAVE
                      : RestartOptions.Followers.RESTART,
                  UpOptions.Gates.READY,
                  empty));
      case "rm" ->
          Planner.rm(
              project.name(),
              known,
              observed,
              new RemoveOptions(
                  services(),
                  has("-s") ? RemoveOptions.Running.STOP : RemoveOptions.Running.LEAVE,
                  has("-v") ? Action.AnonymousVolumes.REMOVE : Action.AnonymousVolumes.KEEP,
                  empty));
      case "build" -> Planner.build(project, services());
      default -> throw new IllegalArgumentException("no such command: " + words);
    };
  }

  private UpOptions.Reruns reruns() {
    return new UpOptions.Reruns(
        has("--as-compose") ? Rerun.ALWAYS : Rerun.CHANGED,
        has("--rerun-jobs") ? Optional.of(Rerun.ALWAYS) : Optional.empty(),
        Optional.empty());
  }

  private OrphanPolicy orphans() {
    return has("--remove-orphans") ? OrphanPolicy.REMOVE : OrphanPolicy.NOTE;
  }

  private UpOptions upOptions() {
    Recreate named = has("--force-recreate") ? Recreate.FORCE : Recreate.DIVERGED;
    var images =
        new UpOptions.Images(
            has("--build") ? Building.ALWAYS : Building.WHERE_MISSING,
            has("--pull=always")
                ? Optional.of(PullPolicy.of(PullPolicy.Kind.ALWAYS))
                : Optional.empty(),
            has("--second-round") ? UpOptions.Round.SECOND : UpOptions.Round.FIRST);
    var starting =
        new UpOptions.Starting(
            has("--no-start") ? UpOptions.Start.CREATED : UpOptions.Start.STARTED,
            has("--gate=compose") ? UpOptions.Gates.COMPOSE : UpOptions.Gates.READY,
            has("--wait")
                ? Optional.of(new UpOptions.Waiting(Optional.empty()))
                : Optional.empty());
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
