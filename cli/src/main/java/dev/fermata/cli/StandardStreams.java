package dev.fermata.cli;

import dev.fermata.cli.session.Terminal;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Which of the process's streams are a terminal, found out without native calls. */
final class StandardStreams {
  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
  private volatile Optional<Terminal.Size> size = Optional.empty();

  Terminal terminal() {
    return new Terminal(terminals(), this::size, this::onResize);
  }

  private static Set<Terminal.Stream> terminals() {
    var terminals = EnumSet.noneOf(Terminal.Stream.class);
    for (Terminal.Stream stream : Terminal.Stream.values()) {
      if (isTerminal(stream)) {
        terminals.add(stream);
      }
    }
    return terminals;
  }

  private static boolean isTerminal(Terminal.Stream stream) {
    try {
      String target = Files.readSymbolicLink(descriptor(stream)).toString();
      return target.startsWith("/dev/pts/")
          || target.startsWith("/dev/tty")
          || target.equals("/dev/console");
    } catch (IOException e) {
      // No /proc on this system: the plain forms are right everywhere.
      return false;
    }
  }

  private static Path descriptor(Terminal.Stream stream) {
    return switch (stream) {
      case IN -> DESCRIPTORS.resolve("0");
      case OUT -> DESCRIPTORS.resolve("1");
      case ERR -> DESCRIPTORS.resolve("2");
    };
  }

  /** Asked for by a live view only, so that nobody else pays for another process. */
  private Terminal.Size size() {
    if (size.isEmpty()) {
      onResize(() -> {});
      size = Optional.of(askStty());
    }
    return size.orElse(Terminal.Size.USUAL);
  }

  private void onResize(Runnable then) {
    Signals.onResize(() -> {
      size = Optional.empty();
      then.run();
    });
  }

  private static Terminal.Size askStty() {
    try {
      Process stty = new ProcessBuilder("stty", "size").redirectInput(new File("/dev/tty")).start();
      String answer =
          new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
      String[] numbers = answer.split(" ", -1);
      int rows = Integer.parseInt(numbers[0]);
      int columns = Integer.parseInt(numbers[1]);
      return rows > 0 && columns > 0 ? new Terminal.Size(columns, rows) : Terminal.Size.USUAL;
    } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
      // No stty or no terminal behind it: the usual size is good enough to paint with.
      return Terminal.Size.USUAL;
    }
  }
}
