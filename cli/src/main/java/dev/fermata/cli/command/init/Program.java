package dev.fermata.cli.command.init;

import java.util.List;
import java.util.Optional;

/**
 * Something to run: under which name, which file says so, how ({@code lines} of the service), and
 * on which port it listens, where that can be told.
 */
record Program(String service, String source, List<String> lines, Optional<Integer> port) {
  Program {
    lines = List.copyOf(lines);
  }
}
