package dev.fermata.cli.command.state;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.KnownServices;
import dev.fermata.cli.session.Projects;
import dev.fermata.cli.session.Work;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.request.Target;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.function.BiFunction;

/**
 * Freezes what runs, or lets go on what is frozen: processes keep what they have, and get no time.
 */
public final class FreezeCommand implements Command {
  private final Direction direction;

  /** Which of the two. */
  public enum Direction {
    PAUSE(
        "Pause services",
        List.of(
            new Example("pause", "Freeze all that runs; `unpause` lets it go on"),
            new Example("pause db", "See what becomes of the others while one does not answer")),
        Request.Pause::new,
        "nothing of %s runs that is not paused"),
    UNPAUSE(
        "Let paused services go on",
        List.of(
            new Example("unpause", "Let all go on that is paused"),
            new Example("unpause db", "Let one service go on")),
        Request.Unpause::new,
        "nothing of %s is paused");

    private final String summary;
    private final List<Example> examples;
    private final BiFunction<Target, SortedSet<ServiceName>, Request> request;
    private final String idle;

    Direction(
        String summary,
        List<Example> examples,
        BiFunction<Target, SortedSet<ServiceName>, Request> request,
        String idle) {
      this.summary = summary;
      this.examples = examples;
      this.request = request;
      this.idle = idle;
    }
  }

  public FreezeCommand(Direction direction) {
    this.direction = direction;
  }

  @Override
  public String summary() {
    return direction.summary;
  }

  @Override
  public List<Example> examples() {
    return direction.examples;
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of();
  }

  @Override
  public Call read(Arguments given) {
    String title = direction.name().toLowerCase(Locale.ROOT);
    return session -> {
      Target target = new Projects(session).target();
      var services = KnownServices.of(session, target, given.operands());
      return new Work(session, title)
          .run(direction.request.apply(target, services), direction.idle.formatted(target.name()));
    };
  }
}
