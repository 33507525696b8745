package dev.fermata.cli;

import dev.fermata.cli.session.Interruption;
import dev.fermata.cli.session.Invocation;
import dev.fermata.cli.session.Session;
import dev.fermata.runner.docker.DockerEngine;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The process: its arguments, environment, folder and streams become an invocation. */
public final class Main {
  /**
   * How virtual threads wait for sockets: told by platform threads. By default virtual threads tell
   * them, and with JDK 25 a wake-up is lost now and then on a busy machine: a call then stands
   * still for a minute. To be set before the first virtual thread.
   */
  private static final String POLLER_MODE = "jdk.pollerMode";

  private static final String EXECUTABLE = "dev.fermata.executable";
  private static final String PROGRAM_FILE = "dev.fermata.program";
  private static final Path OWN_FILE = Path.of("/proc/self/exe");
  private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");

  private Main() {}

  public static void main(String[] args) {
    System.setProperty(POLLER_MODE, "1");
    // What is printed and sent is the same everywhere: numbers have the digits 0 to 9.
    Locale.setDefault(Locale.ROOT);
    var output = new StandardOutput(new FileOutputStream(FileDescriptor.out));
    Invocation invocation = invocation(args, output);
    System.exit(reported(run(invocation), invocation, output));
  }

  /** A code that says what is true of the output, too. */
  private static int reported(int code, Invocation invocation, StandardOutput output) {
    Optional<UncheckedIOException> failure = output.failure();
    if (failure.isEmpty()) {
      return code;
    }
    ExitCode failed = new ErrorReport(invocation).print(failure.get());
    return code == ExitCode.DONE.number() ? failed.number() : code;
  }

  /** One call in the real world; the streams are flushed. */
  static int run(Invocation invocation) {
    var interruption = new Interruption(Signals::install);
    var world =
        new Session.World(
            DockerEngine::connect, interruption, InstantSource.system(), programFile());
    return new Cli(world).run(invocation, executable());
  }

  /**
   * The name by which the process was called; links are not followed, {@code docker-compose} may be
   * one. Where a Java runtime is what runs, its launcher has to tell.
   */
  private static String executable() {
    String told = System.getProperty(EXECUTABLE, "");
    if (!told.isEmpty()) {
      return told;
    }
    try {
      String line = Files.readString(COMMAND_LINE, StandardCharsets.ISO_8859_1);
      String path = line.substring(0, Math.max(0, line.indexOf('\0')));
      return path.substring(path.lastIndexOf('/') + 1);
    } catch (IOException e) {
      // No /proc on this system: then the program has its own name only.
      return "fermata";
    }
  }

  /** What the launcher says; a native program is a file by itself. */
  private static Optional<Path> programFile() {
    String told = System.getProperty(PROGRAM_FILE, "");
    if (!told.isEmpty()) {
      return Optional.of(Path.of(told).toAbsolutePath().normalize());
    }
    boolean isNative = !System.getProperty("org.graalvm.nativeimage.imagecode", "").isEmpty();
    return isNative && Files.exists(OWN_FILE) ? Optional.of(ownFile()) : Optional.empty();
  }

  private static Path ownFile() {
    try {
      return OWN_FILE.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot tell which file this program is", e);
    }
  }

  private static Invocation invocation(String[] args, OutputStream output) {
    Path directory = directory();
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.putIfAbsent("PWD", directory.toString());
    var out = new BufferedOutputStream(output);
    return new Invocation(
        List.of(args),
        environment,
        directory,
        System.in,
        new PrintStream(out, false, StandardCharsets.UTF_8),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        new StandardStreams().terminal());
  }

  /** The shell's name for the folder, which keeps the links that the user came by. */
  private static Path directory() {
    Path real = Path.of("").toAbsolutePath();
    String shell = System.getenv("PWD");
    if (shell == null || !Path.of(shell).isAbsolute()) {
      return real;
    }
    try {
      return Files.isSameFile(Path.of(shell), real) ? Path.of(shell) : real;
    } catch (IOException e) {
      // The shell's name is stale.
      return real;
    }
  }
}
