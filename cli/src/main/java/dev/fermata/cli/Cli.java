package dev.fermata.cli;

import dev.fermata.cli.command.CommandName;
import dev.fermata.cli.completion.Completion;
import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Grammar;
import dev.fermata.cli.grammar.Grammar.Parsed;
import dev.fermata.cli.grammar.Misuse;
import dev.fermata.cli.manual.HelpText;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.EarlyEnd;
import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.GlobalOptions;
import dev.fermata.cli.session.Invocation;
import dev.fermata.cli.session.Session;
import dev.fermata.model.report.DiagnosticText.Colours;
import java.util.List;

/** The program without its process: an invocation in, an exit code out. */
public final class Cli {
  private final Session.World world;

  public Cli(Session.World world) {
    this.world = world;
  }

  /** One call, as the program of the invocation's own name. */
  public int run(Invocation invocation) {
    return run(invocation, "fermata");
  }

  /** One call by the file name that the user has for the program; the streams are flushed. */
  public int run(Invocation invocation, String executable) {
    String word = invocation.args().stream().findFirst().orElse("");
    if (Completion.isRequest(word)) {
      return complete(word, invocation, executable);
    }
    Program program = Program.of(invocation, executable);
    int code = answer(program, new ErrorReport(program.invocation()));
    invocation.out().flush();
    invocation.err().flush();
    return code;
  }

  /** What may stand at the cursor of a shell; that of the docker client asks in the same words. */
  private int complete(String request, Invocation invocation, String executable) {
    List<String> line = invocation.args().subList(1, invocation.args().size());
    Program program = Program.of(invocation.with(line, invocation.environment()), executable);
    var completion = new Completion(CommandName.vocabulary(), world);
    invocation.out().print(completion.answer(request, program.name(), program.invocation()));
    invocation.out().flush();
    return ExitCode.DONE.number();
  }

  private int answer(Program program, ErrorReport report) {
    String word = program.invocation().args().stream().findFirst().orElse("");
    if (word.equals(Program.METADATA_WORD)) {
      program.invocation().out().println(Program.metadata());
      return ExitCode.DONE.number();
    }
    if (word.equals(Program.HOOKS_WORD)) {
      return ExitCode.DONE.number();
    }
    return run(program, report);
  }

  private int run(Program program, ErrorReport report) {
    try {
      Ending ending = program.refusal().orElseGet(() -> ending(program));
      report.print(ending);
      return ExitCode.of(ending);
    } catch (RuntimeException e) {
      return report.print(e).number();
    } catch (OutOfMemoryError e) {
      // What took the memory is garbage by now. Files larger than any real one can come to this.
      return report.print(e).number();
    }
  }

  /** Runs the command that the arguments call. */
  private Ending ending(Program program) {
    Invocation invocation = program.invocation();
    var grammar = new Grammar<>(program.name(), GlobalOptions.GRAMMAR, CommandName.vocabulary());
    try {
      return switch (grammar.parse(invocation.args())) {
        case Parsed.Help<Command> help -> {
          Colours colours = GlobalOptions.outColours(help.given(), invocation);
          invocation.out().print(new HelpText(colours).of(help.page()));
          yield Ending.SUCCEEDED;
        }
        case Parsed.Called<Command>(Command command, Arguments given) ->
            ending(program, command, given);
      };
    } catch (Misuse e) {
      return new Ending.Misused(e.sentence(), e.hint());
    } catch (EarlyEnd e) {
      return e.ending();
    }
  }

  private Ending ending(Program program, Command command, Arguments given) {
    GlobalOptions globals = GlobalOptions.of(given, program.invocation());
    Command.Call call = command.read(given);
    given.notes().forEach(note -> program.invocation().err().println("warning: " + note));
    try (var session = new Session(program.name(), program.invocation(), globals, world)) {
      return call.run(session);
    }
  }
}
