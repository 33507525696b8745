package dev.fermata.buildkit.status;

import java.util.List;

/**
 * What a Dockerfile frontend has found doubtful. {@code text} is all of the file, {@code lines} are
 * the places in it.
 */
public record Warning(
    String vertex,
    int level,
    String brief,
    List<String> detail,
    String url,
    String file,
    String text,
    List<LineRange> lines) {
  public Warning {
    detail = List.copyOf(detail);
    lines = List.copyOf(lines);
  }
}
