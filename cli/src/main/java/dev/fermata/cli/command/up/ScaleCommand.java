package dev.fermata.cli.command.up;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.grammar.Operands;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.Confirmation;
import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.GateFlag;
import dev.fermata.cli.session.Projects;
import dev.fermata.cli.session.Session;
import dev.fermata.cli.session.Work;
import dev.fermata.model.Project;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.request.Target;
import dev.fermata.planner.request.UpOptions;
import dev.fermata.planner.request.UpOptions.Dependencies;
import dev.fermata.planner.request.UpOptions.Gates;
import dev.fermata.planner.request.UpOptions.Start;
import dev.fermata.runner.engine.ObserveRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Brings services up with as many containers as is asked for, through the gates of {@code up}. */
public final class ScaleCommand implements Command {
  private static final int MOST_LOOKS = 4;

  @Override
  public String summary() {
    return "Run so many containers of services";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("scale web=3", "Three containers of a service, and what it depends on"),
        new Example("scale --no-deps web=0 worker=2", "None of one, two of the other, no others"));
  }

  @Override
  public Operands operands() {
    return Operands.of("SERVICE=N...");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(UpFlags.NO_DEPS, GateFlag.GATE);
  }

  @Override
  public Call read(Arguments given) {
    Dependencies dependencies =
        given.has(UpFlags.NO_DEPS) ? Dependencies.WITHOUT : Dependencies.WITH;
    Optional<Gates> gates = given.get(GateFlag.GATE);
    return session -> {
      List<Scale> scales = given.operands().stream().map(Scale::of).toList();
      List<String> named = scales.stream().map(scale -> scale.service().text()).toList();
      Project project = Scale.apply(new Projects(session).bringUp(named), scales);
      UpOptions.Selection selection = UpProject.selection(named, dependencies);
      var request =
          new Request.Up(project, options(session, selection, GateFlag.of(gates, session)));
      Work work =
          new Work(session, "scale")
              .confirmedBy(Confirmation.ofChange("up " + UpCommand.YES.name(), false));
      return session.globals().dryRun()
          ? work.run(request, "")
          : settled(session, work, request, scales);
    };
  }

  /**
   * Another call may want another number at the same time: neither is in the other's way, and what
   * comes of both together is what nobody wants. So each looks again.
   */
  private static Ending settled(
      Session session, Work work, Request.Up request, List<Scale> scales) {
    for (int i = 0; i < MOST_LOOKS; i++) {
      Ending ending = work.run(request, UpProject.idle(request));
      boolean isDone = ending instanceof Ending.Ran ran && ran.report().succeeded();
      if (!isDone || isCounted(session, request.project(), scales)) {
        return ending;
      }
    }
    return Ending.refused(
        "another command gives `%s` another number of containers at the same time"
            .formatted(scales.getFirst().service()),
        "run this one again when that is done");
  }

  private static boolean isCounted(Session session, Project project, List<Scale> scales) {
    Map<ServiceName, Long> counts =
        session
            .engine()
            .system()
            .observe(ObserveRequest.of(Target.of(project)))
            .containers()
            .stream()
            .filter(container -> !container.oneOff())
            .collect(Collectors.groupingBy(ObservedContainer::service, Collectors.counting()));
    return scales.stream()
        .allMatch(scale -> counts.getOrDefault(scale.service(), 0L) == scale.replicas());
  }

  private static UpOptions options(Session session, UpOptions.Selection selection, Gates gates) {
    return UpProject.usual(session)
        .withSelection(selection)
        .withStarting(new UpOptions.Starting(Start.STARTED, gates, UpOptions.Waiting.USUAL));
  }
}
