package dev.fermata.cli.command;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Grammar;
import dev.fermata.cli.grammar.Grammar.Parsed;
import dev.fermata.cli.grammar.Misuse;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.EarlyEnd;
import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.GlobalOptions;
import dev.fermata.cli.session.Invocation;
import dev.fermata.cli.session.Session;

/** The door to the commands: an invocation in, an ending out. */
public final class Commands {
  private final Session.World world;

  public Commands(Session.World world) {
    this.world = world;
  }

  /** Runs what the arguments call; {@code program} is the user's word for it in usage lines. */
  public Ending run(String program, Invocation invocation) {
    var grammar = new Grammar<>(program, GlobalOptions.GRAMMAR, CommandName.vocabulary());
    try {
      return switch (grammar.parse(invocation.args())) {
        case Parsed.Help<Command> help -> {
          invocation.out().print(help.text());
          yield Ending.SUCCEEDED;
        }
        case Parsed.Called<Command>(Command command, Arguments given) ->
            run(program, invocation, command, given);
      };
    } catch (Misuse e) {
      return new Ending.Misused(e.sentence(), e.hint());
    } catch (EarlyEnd e) {
      return e.ending();
    }
  }

  private Ending run(String program, Invocation invocation, Command command, Arguments given) {
    GlobalOptions globals = GlobalOptions.of(given, invocation);
    Command.Call call = command.read(given);
    try (var session = new Session(program, invocation, globals, world)) {
      return call.run(session);
    }
  }
}
