package dev.fermata.runner.docker.plugin;

import static java.util.stream.Collectors.joining;

import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/**
 * A program that was started, and what it says line by line. Its pipes are read and written beside,
 * since that cannot be broken off: who waits for a line can. When it is closed it has ended.
 */
public final class RunningProgram implements AutoCloseable {
  private static final int LAST_LINES = 10;

  private final String name;
  private final Process process;
  private final LinkedBlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();
  private final Deque<String> errors = new ArrayDeque<>();
  private final Thread errorReader;

  private RunningProgram(String name, Process process) {
    this.name = name;
    this.process = process;
    begin(this::readLines);
    this.errorReader = begin(() -> read(process.getErrorStream(), this::keep));
  }

  static RunningProgram start(List<String> command, Map<String, String> environment) {
    return start(new ProcessBuilder(command), environment);
  }

  /** What it says on either of its outputs is one. */
  public static RunningProgram startWithOneOutput(
      List<String> command, Map<String, String> environment) {
    return start(new ProcessBuilder(command).redirectErrorStream(true), environment);
  }

  private static RunningProgram start(ProcessBuilder builder, Map<String, String> environment) {
    String name = builder.command().getFirst();
    try {
      builder.environment().clear();
      builder.environment().putAll(environment);
      return new RunningProgram(name, builder.start());
    } catch (IOException e) {
      throw new EngineException(
          Kind.OTHER, "cannot run `" + name + "`", String.valueOf(e.getMessage()), e);
    }
  }

  private Thread begin(Runnable reading) {
    return Thread.ofPlatform().name(name).daemon().start(reading);
  }

  private void readLines() {
    read(process.getInputStream(), line -> lines.add(Optional.of(line)));
    lines.add(Optional.empty());
  }

  private void read(InputStream source, Consumer<String> to) {
    try (BufferedReader text =
        new BufferedReader(new InputStreamReader(source, StandardCharsets.UTF_8))) {
      for (String line = text.readLine(); line != null; line = text.readLine()) {
        to.accept(line);
      }
    } catch (IOException e) {
      // It was ended; what it said until then is all that there is.
      keep(String.valueOf(e.getMessage()));
    }
  }

  private void keep(String line) {
    synchronized (errors) {
      errors.addLast(line);
      if (errors.size() > LAST_LINES) {
        errors.removeFirst();
      }
    }
  }

  /** Waits for the next line; empty at the end. */
  public Optional<String> next() {
    try {
      return lines.take();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Writes a line to its input, whenever it reads that. */
  void tell(String line) {
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    begin(() -> write(bytes));
  }

  /** Writes all that its input is to have. */
  public void tellAll(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    begin(() -> {
      write(bytes);
      closeInput();
    });
  }

  private void closeInput() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      // As with a write: its exit code says what that means.
      keep(String.valueOf(e.getMessage()));
    }
  }

  private void write(byte[] bytes) {
    OutputStream input = process.getOutputStream();
    synchronized (input) {
      try {
        input.write(bytes);
        input.flush();
      } catch (IOException e) {
        // It has ended without a look at it; its exit code says what that means.
        keep(String.valueOf(e.getMessage()));
      }
    }
  }

  /** Waits for its end; its exit code. */
  public int end() {
    try {
      int code = process.waitFor();
      errorReader.join();
      return code;
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Its last lines on standard error. */
  String errors() {
    synchronized (errors) {
      return errors.stream().collect(joining("\n"));
    }
  }

  private EngineException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new EngineException(Kind.INTERRUPTED, "`" + name + "` was broken off", "", e);
  }

  /** Its children would go on, and hold its output open. */
  @Override
  public void close() {
    if (process.isAlive()) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
