package dev.fermata.buildkit.status;

import java.util.List;

/** What a Dockerfile frontend has found doubtful. {@code lines} are the places, from 1. */
public record Warning(
    String vertex,
    int level,
    String brief,
    List<String> detail,
    String url,
    String file,
    List<LineRange> lines) {
  public Warning {
    detail = List.copyOf(detail);
    lines = List.copyOf(lines);
  }
}
