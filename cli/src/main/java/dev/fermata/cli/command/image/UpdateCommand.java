package dev.fermata.cli.command.image;

import dev.fermata.cli.command.up.UpCommand;
import dev.fermata.cli.command.up.UpProject;
import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.progress.Progress.Inside;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.Confirmation;
import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.GateFlag;
import dev.fermata.cli.session.Projects;
import dev.fermata.cli.session.Session;
import dev.fermata.cli.session.Timeouts;
import dev.fermata.cli.session.Work;
import dev.fermata.model.Project;
import dev.fermata.model.PullPolicy;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.request.PullOptions;
import dev.fermata.planner.request.PullOptions.Buildable;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.request.UpOptions;
import dev.fermata.planner.request.UpOptions.AnonymousVolumes;
import dev.fermata.planner.request.UpOptions.Caller;
import dev.fermata.planner.request.UpOptions.Dependencies;
import dev.fermata.planner.request.UpOptions.Gates;
import dev.fermata.planner.request.UpOptions.Recreate;
import dev.fermata.planner.request.UpOptions.Selection;
import dev.fermata.planner.request.UpOptions.Start;
import dev.fermata.planner.request.UpOptions.Waiting;
import dev.fermata.runner.engine.ObserveRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Pulls what registries have newer images of, and replaces the services that run from the old ones,
 * gated as {@code up} does. What does not run is pulled, and stays as it is.
 */
public final class UpdateCommand implements Command {
  private static final Flag<Boolean> WAIT = Flag.off("Wait until all is ready", "--wait");
  private static final Flag<Boolean> YES = Flag.off("Answer questions with yes", "-y", "--yes");

  /** What the flags say of replacing. */
  private record Replacing(
      Optional<Gates> gates, Waiting waiting, Optional<Duration> stopTimeout) {}

  @Override
  public String summary() {
    return "Pull newer images and replace the services that run from older ones";
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(UpCommand.QUIET_PULL, WAIT, Timeouts.WAIT, Timeouts.STOP, GateFlag.GATE, YES);
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("update", "All services for which there is a newer image"),
        new Example("update --wait web", "One of them; the call ends when it is ready"));
  }

  @Override
  public Call read(Arguments given) {
    List<String> named = given.operands();
    Set<Inside> hidden = UpCommand.hiddenPull(given);
    var confirmation = Confirmation.ofChange(YES.name(), given.has(YES));
    var waiting =
        new Waiting(given.has(WAIT) ? Caller.STAYS : Caller.LEAVES, given.get(Timeouts.WAIT));
    var replacing = new Replacing(given.get(GateFlag.GATE), waiting, given.get(Timeouts.STOP));
    return session -> {
      Project project = new Projects(session).bringUp(named);
      var images = new ServedImages(session);
      List<ServedImage> rows =
          OlderImages.of(session.engine(), project)
              .seenIn(images.of(OutdatedCommand.services(project, named)));
      boolean isPartial = OutdatedCommand.tellFailures(session, rows);
      List<ServedImage> outdated = rows.stream().filter(ServedImage::isOutdated).toList();
      if (outdated.isEmpty()) {
        session.err().println("no newer images in " + project.name());
        return isPartial ? Ending.FOUND_MISTAKES : Ending.SUCCEEDED;
      }
      Work work = new Work(session, "update").confirmedBy(confirmation).hiding(hidden);
      Ending ending = update(session, work, new Outdated(project, outdated), replacing);
      if (!(ending instanceof Ending.Ran ran) || !ran.report().succeeded()) {
        return ending;
      }
      tellChanges(session, outdated);
      return isPartial ? Ending.FOUND_MISTAKES : ending;
    };
  }

  private static Ending update(Session session, Work work, Outdated outdated, Replacing replacing) {
    SortedMap<ServiceName, Integer> running = running(session, outdated.project());
    Set<ServiceName> idle = outdated.services();
    idle.removeAll(running.keySet());
    if (!idle.isEmpty()) {
      var always = Optional.of(PullPolicy.of(PullPolicy.Kind.ALWAYS));
      var selection = new Selection(new TreeSet<>(idle), Dependencies.WITHOUT);
      Ending pulled =
          work.run(
              new Request.Pull(
                  outdated.project(), new PullOptions(selection, always, Buildable.LEFT)),
              "");
      if (idle.containsAll(outdated.services())
          || (pulled instanceof Ending.Ran ran && !ran.report().succeeded())) {
        return pulled;
      }
    }
    Set<ServiceName> replaced = outdated.services();
    replaced.retainAll(running.keySet());
    Project wanted = outdated.wanted(running);
    return work.run(
        new Request.Up(wanted, options(session, replaced, replacing)),
        "nothing to replace in " + wanted.name());
  }

  /** How many containers of each service run. */
  private static SortedMap<ServiceName, Integer> running(Session session, Project project) {
    var running = new TreeMap<ServiceName, Integer>();
    session.engine().system().observe(ObserveRequest.of(project.name())).containers().stream()
        .filter(container -> !container.oneOff() && container.state().mayRun())
        .map(ObservedContainer::service)
        .forEach(service -> running.merge(service, 1, Integer::sum));
    return running;
  }

  private static UpOptions options(
      Session session, Set<ServiceName> services, Replacing replacing) {
    return UpProject.usual(session)
        .withSelection(new Selection(new TreeSet<>(services), Dependencies.WITH))
        .withRecreation(
            new UpOptions.Recreation(
                Recreate.DIVERGED,
                Recreate.NEVER,
                AnonymousVolumes.INHERIT,
                replacing.stopTimeout(),
                Set.of()))
        .withStarting(
            new UpOptions.Starting(
                Start.STARTED, GateFlag.of(replacing.gates(), session), replacing.waiting()));
  }

  /** From which digest to which; that of now is looked up, since a tag may have moved again. */
  private static void tellChanges(Session session, List<ServedImage> outdated) {
    if (session.globals().dryRun()) {
      return;
    }
    for (ServedImage old : outdated) {
      Optional<String> now =
          session
              .engine()
              .images()
              .inspect(old.image().text())
              .map(detail -> ServedImages.digests(old.image(), detail))
              .flatMap(digests ->
                  digests.stream().filter(digest -> !old.held().contains(digest)).findFirst());
      session
          .out()
          .println(
              "%s: %s %s -> %s"
                  .formatted(
                      old.service(),
                      old.image(),
                      OutdatedCommand.shortened(old.current()),
                      OutdatedCommand.shortened(now.or(old::latest))));
    }
  }
}
