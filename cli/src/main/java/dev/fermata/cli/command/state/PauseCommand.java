package dev.fermata.cli.command.state;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.KnownServices;
import dev.fermata.cli.session.Projects;
import dev.fermata.cli.session.Work;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.request.Target;
import java.util.List;

/** Freezes what runs: its processes keep what they have, and get no time. */
public final class PauseCommand implements Command {

  @Override
  public String summary() {
    return "Pause services";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("pause", "Freeze all that runs; `unpause` lets it go on"),
        new Example("pause db", "See what becomes of the others while one does not answer"));
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of();
  }

  @Override
  public Call read(Arguments given) {
    return session -> {
      Target target = new Projects(session).target();
      var services = KnownServices.of(session, target, given.operands());
      return new Work(session, "pause")
          .run(
              new Request.Pause(target, services),
              "nothing of " + target.name() + " runs that is not paused");
    };
  }
}
