package dev.fermata.buildkit.files;

import java.util.List;

/**
 * Which entries of a folder the engine asks for. {@code followPaths} are paths with wildcards in
 * their last element; the links they lead through are wanted with their targets. Where these and
 * {@code includes} are both empty, everything that {@code excludes} leaves is wanted.
 */
public record FileRequest(List<String> includes, List<String> excludes, List<String> followPaths) {
  public FileRequest {
    includes = List.copyOf(includes);
    excludes = List.copyOf(excludes);
    followPaths = List.copyOf(followPaths);
  }
}
