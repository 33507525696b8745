package dev.fermata.cli.session;

import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.planner.plan.Problem;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.event.Report;
import java.util.List;
import java.util.Optional;

/** How a command ended, as a value: what is said of it and the exit code follow from it. */
public sealed interface Ending {
  Ending SUCCEEDED = new Succeeded();
  Ending FOUND_MISTAKES = new FoundMistakes();

  public record Succeeded() implements Ending {}

  /** The arguments make no sense. */
  public record Misused(String message, Optional<String> hint) implements Ending {}

  /** The user's files have mistakes; nothing was changed. */
  public record Rejected(List<Diagnostic> diagnostics) implements Ending {
    public Rejected {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /** What was asked for cannot be done; nothing was changed. */
  public record Refused(String message, Optional<String> hint) implements Ending {}

  /** There is no plan for what was asked for; nothing was changed. */
  public record Unplanned(List<Problem> problems) implements Ending {
    public Unplanned {
      problems = List.copyOf(problems);
    }
  }

  /** A plan was carried out, well or not. */
  public record Ran(Report report) implements Ending {}

  /** The command was to look for mistakes; it has shown those that it found. */
  public record FoundMistakes() implements Ending {}

  /** Containers gave the exit code; {@code up} is how they were brought up, before they ended. */
  public record ContainerCode(int code, Report up) implements Ending {}

  /** A process in a container gave the exit code; one that could not begin says why. */
  public record ProcessEnded(int code, Optional<EngineException> neverBegan) implements Ending {}

  /** The user has left a process, which goes on; {@code where} is its container. */
  public record ProcessLeft(String where) implements Ending {}

  /** A plan has steps, and the caller wants to tell that from none. */
  public record ChangesPending() implements Ending {}

  /** The user broke off. */
  public record Interrupted() implements Ending {}

  public static Ending misused(String message) {
    return new Misused(message, Optional.empty());
  }

  public static Ending refused(String message, String hint) {
    return new Refused(message, Optional.of(hint));
  }
}
