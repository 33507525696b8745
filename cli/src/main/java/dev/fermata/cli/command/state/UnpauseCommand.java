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

/** Lets go on what is frozen. */
public final class UnpauseCommand implements Command {

  @Override
  public String summary() {
    return "Let paused services go on";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("unpause", "Let all go on that is paused"),
        new Example("unpause db", "Let one service go on"));
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
      return new Work(session, "unpause")
          .run(new Request.Unpause(target, services), "nothing of " + target.name() + " is paused");
    };
  }
}
