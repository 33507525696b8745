package dev.fermata.runner.engine.listing;

import java.util.List;

/** The processes of a container as the {@code ps} of the engine's host has them, by column. */
public record ProcessTable(List<String> titles, List<List<String>> processes) {
  public ProcessTable {
    titles = List.copyOf(titles);
    processes = processes.stream().map(List::copyOf).toList();
  }
}
