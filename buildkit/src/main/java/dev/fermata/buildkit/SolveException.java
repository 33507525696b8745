package dev.fermata.buildkit;

import dev.fermata.buildkit.status.LineRange;
import java.util.List;
import java.util.Optional;

/** A build that failed, by its own fault or by that of what it asked for. */
public final class SolveException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Details details;

  /** {@code vertex} is the digest of the step that failed, {@code exitCode} that of its process. */
  public record Details(Optional<String> vertex, Optional<Integer> exitCode, List<Source> sources) {
    public static final Details NONE = new Details(Optional.empty(), Optional.empty(), List.of());

    public Details {
      sources = List.copyOf(sources);
    }
  }

  /** A place in a Dockerfile, with the whole text of it. */
  public record Source(String file, String text, List<LineRange> lines) {
    public Source {
      lines = List.copyOf(lines);
    }
  }

  public SolveException(String message, Details details) {
    super(message);
    this.details = details;
  }

  public Details details() {
    return details;
  }
}
