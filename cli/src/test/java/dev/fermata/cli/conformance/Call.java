package dev.fermata.cli.conformance;

import dev.fermata.cli.Cli;
import dev.fermata.cli.ExitCode;
import dev.fermata.cli.session.Interruption;
import dev.fermata.cli.session.Invocation;
import dev.fermata.cli.session.Session;
import dev.fermata.cli.session.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** One call of the program, in this process and without an engine. */
final class Call {
  private static final Session.World WORLD =
      new Session.World(
          environment -> {
            throw new IllegalStateException("nothing here needs an engine");
          },
          new Interruption(interruption -> {}),
          InstantSource.system());

  /** What a program leaves behind. */
  record Answer(int exit, String stdout, String stderr) {
    /** Our own fault, not a rejection. */
    boolean isCrash() {
      return exit == ExitCode.BUG.number();
    }
  }

  private Call() {}

  static Answer run(List<String> args, String directory, Map<String, String> env, String stdin) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var invocation =
        new Invocation(
            args,
            env,
            Path.of(directory),
            new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            Terminal.NONE);
    int exit = new Cli(WORLD).run(invocation);
    return new Answer(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
