package dev.fermata.cli;

import dev.fermata.cli.command.Commands;
import dev.fermata.cli.command.Ending;
import dev.fermata.cli.command.Invocation;
import dev.fermata.cli.command.Session;

/** The program without its process: an invocation in, an exit code out. */
public final class Cli {
  private final Session.World world;

  public Cli(Session.World world) {
    this.world = world;
  }

  public int run(Invocation invocation) {
    if (invocation.args().size() == 1
        && invocation.args().getFirst().equals(Program.METADATA_WORD)) {
      invocation.out().println(Program.metadata());
      return ExitCode.DONE.number();
    }
    Program program = Program.of(invocation);
    var report = new ErrorReport(program.invocation());
    int code = run(program, report);
    invocation.out().flush();
    invocation.err().flush();
    return code;
  }

  private int run(Program program, ErrorReport report) {
    try {
      Ending ending = new Commands(world).run(program.name(), program.invocation());
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
