package dev.fermata.cli.command.read;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.Session;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.runner.engine.Containers;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.task.ParallelCalls;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Lists the processes in the containers of a project. */
public final class TopCommand implements Command {
  @Override
  public String summary() {
    return "List the processes in containers";
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of();
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("top", "All processes of the project"),
        new Example("top web worker", "Those of two services"));
  }

  @Override
  public Call read(Arguments given) {
    List<String> services = given.operands();
    return session -> {
      SeenContainers seen = SeenContainers.of(session, services);
      TopText.table(processes(session, seen.chosen(it -> it.state().mayRun())))
          .forEach(session.out()::println);
      seen.noteAbsence(session);
      return Ending.SUCCEEDED;
    };
  }

  private static List<TopText.Running> processes(
      Session session, List<ObservedContainer> containers) {
    Containers engine = session.engine().containers();
    List<ObservedContainer> ordered =
        containers.stream()
            .sorted(
                Comparator.comparing(ObservedContainer::service)
                    .thenComparingInt(ObservedContainer::number))
            .toList();
    return ParallelCalls.of(ordered, it -> running(engine, it)).stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** Empty where it has ended since it was listed, or is about to be started again. */
  private static Optional<TopText.Running> running(Containers engine, ObservedContainer container) {
    try {
      return Optional.of(new TopText.Running(container, engine.top(container.id())));
    } catch (EngineException e) {
      if (e.saysNotRunning()) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
