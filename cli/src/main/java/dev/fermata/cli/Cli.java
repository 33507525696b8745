package dev.fermata.cli;

import dev.fermata.cli.command.Commands;
import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.Invocation;
import dev.fermata.cli.session.Session;

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
    Program program = Program.of(invocation, executable);
    int code = answer(program, new ErrorReport(program.invocation()));
    invocation.out().flush();
    invocation.err().flush();
    return code;
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
      Ending ending =
          program
              .refusal()
              .orElseGet(() -> new Commands(world).run(program.name(), program.invocation()));
      report.print(ending);
      return ExitCode.of(ending);
    } catch (RuntimeException e) {
      return report.print(e).number();
    } catch (OutOfMemoryError e) {
      // What took the memory is garbage by now. Files larger than any real one can come to this.
      return report.print(e).number();
    }
  }
}
