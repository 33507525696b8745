package dev.fermata.cli.command.up;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.grammar.Operands;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.Confirmation;
import dev.fermata.cli.session.GateFlag;
import dev.fermata.cli.session.Projects;
import dev.fermata.cli.session.Session;
import dev.fermata.cli.session.Work;
import dev.fermata.model.Project;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.request.UpOptions;
import dev.fermata.planner.request.UpOptions.Dependencies;
import dev.fermata.planner.request.UpOptions.Gates;
import dev.fermata.planner.request.UpOptions.Start;
import java.util.List;
import java.util.Optional;

/** Brings services up with as many containers as is asked for, through the gates of {@code up}. */
public final class ScaleCommand implements Command {
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
      return new CountedRun(session, work, scales).of(request);
    };
  }

  private static UpOptions options(Session session, UpOptions.Selection selection, Gates gates) {
    return UpProject.usual(session)
        .withSelection(selection)
        .withStarting(new UpOptions.Starting(Start.STARTED, gates, UpOptions.Waiting.USUAL));
  }
}
