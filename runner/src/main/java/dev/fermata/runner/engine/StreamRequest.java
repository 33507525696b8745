package dev.fermata.runner.engine;

import java.util.Optional;

/**
 * How a process is joined to its caller: whether the caller's input goes to it, the terminal that
 * it has, if any, and by which keys the caller can leave it there; empty is the engine's own.
 */
public record StreamRequest(
    Input input, Optional<TerminalSize> terminal, Optional<String> detachKeys) {

  /** Whether the process can read what the caller writes. */
  public enum Input {
    JOINED,
    NONE
  }

  /** In characters; an engine leaves a terminal of no size as it is. */
  public record TerminalSize(int columns, int rows) {
    public static final TerminalSize UNKNOWN = new TerminalSize(0, 0);

    public boolean isKnown() {
      return columns > 0 && rows > 0;
    }
  }

  public static StreamRequest withoutTerminal(Input input) {
    return new StreamRequest(input, Optional.empty(), Optional.empty());
  }
}
