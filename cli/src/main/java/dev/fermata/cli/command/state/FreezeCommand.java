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

/**
 * Freezes what runs, or lets go on what is frozen: processes keep what they have, and get no time.
 */
public final class FreezeCommand implements Command {
  private final Direction direction;

  /** Which of the two. */
  public enum Direction {
    PAUSE,
    UNPAUSE
  }

  public FreezeCommand(Direction direction) {
    this.direction = direction;
  }

  @Override
  public String summary() {
    return switch (direction) {
      case PAUSE -> "Pause services";
      case UNPAUSE -> "Let paused services go on";
    };
  }

  @Override
  public List<Example> examples() {
    return switch (direction) {
      case PAUSE ->
          List.of(
              new Example("pause", "Freeze all that runs; `unpause` lets it go on"),
              new Example("pause db", "See what becomes of the others while one does not answer"));
      case UNPAUSE ->
          List.of(
              new Example("unpause", "Let all go on that is paused"),
              new Example("unpause db", "Let one service go on"));
    };
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
          .run(request(target, services), idle().formatted(target.name()));
    };
  }

  private Request request(Target target, SortedSet<ServiceName> services) {
    return switch (direction) {
      case PAUSE -> new Request.Pause(target, services);
      case UNPAUSE -> new Request.Unpause(target, services);
    };
  }

  private String idle() {
    return switch (direction) {
      case PAUSE -> "nothing of %s runs that is not paused";
      case UNPAUSE -> "nothing of %s is paused";
    };
  }
}
