package dev.fermata.cli.command;

/** The door to the commands: an invocation in, an ending out. */
public final class Commands {
  private final Session.World world;

  public Commands(Session.World world) {
    this.world = world;
  }

  /** Runs what the arguments call; {@code program} is the user's word for it in usage lines. */
  public Ending run(String program, Invocation invocation) {
    return switch (new Grammar(program).parse(invocation.args())) {
      case Grammar.Parsed.Wrong wrong -> wrong.why();
      case Grammar.Parsed.Help help -> {
        invocation.out().print(help.text());
        yield Ending.SUCCEEDED;
      }
      case Grammar.Parsed.Called called -> run(program, called, invocation);
    };
  }

  private Ending run(String program, Grammar.Parsed.Called called, Invocation invocation) {
    try (var session = new Session(program, invocation, called.arguments(), world)) {
      return called.command().run(session);
    } catch (EarlyEnd e) {
      return e.ending();
    }
  }
}
