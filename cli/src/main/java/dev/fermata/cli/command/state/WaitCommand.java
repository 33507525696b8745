package dev.fermata.cli.command.state;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.grammar.Operands;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.KnownServices;
import dev.fermata.cli.session.Projects;
import dev.fermata.cli.session.Session;
import dev.fermata.cli.session.Work;
import dev.fermata.model.ServiceName;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.planner.observed.Observed;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.request.DownOptions;
import dev.fermata.planner.request.OrphanPolicy;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.request.Target;
import dev.fermata.runner.EndWait;
import dev.fermata.runner.EndWait.Ended;
import dev.fermata.runner.engine.ObserveRequest;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** Waits until the containers of services have ended, and ends with the last exit code. */
public final class WaitCommand implements Command {
  private static final Flag<Boolean> DOWN_PROJECT =
      Flag.off("Take the whole project down after that, orphans as well", "--down-project");

  @Override
  public String summary() {
    return "Wait until services end, and exit as the last one of them";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("wait migrate", "Block until the service has ended; its exit code is ours"),
        new Example("wait --down-project tests", "The same, and then take all of it down"));
  }

  @Override
  public Operands operands() {
    return Operands.of("SERVICE...");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(DOWN_PROJECT);
  }

  @Override
  public Call read(Arguments given) {
    Then then = given.has(DOWN_PROJECT) ? WaitCommand::down : (session, target) -> Ending.SUCCEEDED;
    return session -> run(session, given.operands(), then);
  }

  /** What is done when all have ended. */
  private interface Then {
    Ending run(Session session, Target target);
  }

  private static Ending run(Session session, List<String> named, Then then) {
    if (session.globals().dryRun()) {
      return Ending.refused(
          ComposeSentences.NO_WAIT_IN_DRY_RUN, "`ps` shows what there is to wait for");
    }
    Target target = new Projects(session).target();
    Observed observed = session.engine().system().observe(ObserveRequest.of(target.name()));
    var services = KnownServices.of(target, named, observed);
    List<ObservedContainer> awaited = awaited(observed, services);
    if (awaited.isEmpty()) {
      return Ending.refused(
          ComposeSentences.noContainers(target.name()) + " of what is to be awaited",
          "`up -d` makes and starts it");
    }
    return switch (wait(session, awaited)) {
      case Ending.ProcessEnded exited -> after(exited, then.run(session, target));
      case Ending other -> other;
    };
  }

  /** Those that run; where none does, the ends of those that have run are known already. */
  private static List<ObservedContainer> awaited(
      Observed observed, SortedSet<ServiceName> services) {
    List<ObservedContainer> there =
        observed.containers().stream()
            .filter(it -> services.contains(it.service()) && !it.isHook())
            .toList();
    List<ObservedContainer> running = there.stream().filter(it -> it.state().mayRun()).toList();
    return running.isEmpty() ? there : running;
  }

  private static Ending wait(Session session, List<ObservedContainer> awaited) {
    Thread self = Thread.currentThread();
    var leaving = session.cancellation().subscribe(stage -> self.interrupt());
    try {
      Ended last =
          new EndWait(session.engine().containers()).all(awaited, ended -> tell(session, ended));
      return new Ending.ProcessEnded(last.exitCode(), Optional.empty());
    } catch (InterruptedException e) {
      return new Ending.Interrupted();
    } finally {
      leaving.close();
    }
  }

  private static void tell(Session session, Ended ended) {
    session.out().println(ComposeSentences.exitedWithStatus(ended.container(), ended.exitCode()));
    session.out().flush();
  }

  private static Ending down(Session session, Target target) {
    var options = DownOptions.DEFAULT.withOrphans(OrphanPolicy.REMOVE);
    return new Work(session, "down")
        .run(new Request.Down(target, options), "nothing to remove of project " + target.name());
  }

  /** The exit code of what was awaited, unless what followed did not end well. */
  private static Ending after(Ending.ProcessEnded awaited, Ending then) {
    boolean well =
        switch (then) {
          case Ending.Succeeded succeeded -> true;
          case Ending.Ran ran -> ran.report().succeeded();
          case Ending other -> false;
        };
    return well ? awaited : then;
  }
}
