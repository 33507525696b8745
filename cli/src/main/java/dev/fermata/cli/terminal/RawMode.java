package dev.fermata.cli.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Every key goes to the process as it is typed, Ctrl-C too, and nothing is echoed here. It ends
 * with {@link #close}, which may come from any thread and more than once; whoever enters it sees to
 * that on every way out. {@code stty} does it: it is where a terminal is, and needs no native code.
 */
public final class RawMode implements AutoCloseable {
  private static final List<String> RAW = List.of("raw", "-echo", "-iexten");
  private static final List<String> SINGLE_KEYS = List.of("-icanon", "-echo");

  private final String before;
  private final List<String> wanted;
  private final AtomicBoolean left = new AtomicBoolean();

  private RawMode(String before, List<String> wanted) {
    this.before = before;
    this.wanted = wanted;
  }

  /** Of the terminal that is the standard input. */
  public static RawMode enter() {
    return enter(RAW);
  }

  /** Keys come as they are typed, and those that make signals still make them. */
  public static RawMode enterSingleKeys() {
    return enter(SINGLE_KEYS);
  }

  private static RawMode enter(List<String> wanted) {
    var mode = new RawMode(stty(List.of("-g")).strip(), wanted);
    try {
      stty(wanted);
      return mode;
    } catch (UncheckedIOException e) {
      mode.close();
      throw e;
    }
  }

  /** Once more, after a shell had the terminal while we were stopped. */
  public void again() {
    if (!left.get()) {
      stty(wanted);
    }
  }

  @Override
  public void close() {
    if (!left.compareAndSet(false, true)) {
      return;
    }
    try {
      stty(List.of(before));
    } catch (UncheckedIOException e) {
      // The terminal has gone meanwhile, and its mode with it.
    }
  }

  private static String stty(List<String> arguments) {
    var command = new ArrayList<String>();
    command.add("stty");
    command.addAll(arguments);
    try {
      Process stty =
          new ProcessBuilder(command)
              .redirectInput(Redirect.INHERIT)
              .redirectErrorStream(true)
              .start();
      String said = new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int code = stty.waitFor();
      if (code != 0) {
        throw new IOException(said.strip());
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot change the terminal's mode by `stty`", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("a bug: interrupted while the terminal's mode is changed", e);
    }
  }
}
