package dev.fermata.buildkit;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What one build may ask its client for. {@code folders} are by the name that BuildKit uses ({@code
 * context}, {@code dockerfile}, a named context), {@code agents} are sockets by the id of {@code
 * --mount=type=ssh}. {@code sharedKey} names the copy of the folders that the engine keeps: no two
 * different folders may ever have the same.
 */
public record Serving(
    String sharedKey,
    SortedMap<String, Folder> folders,
    Function<String, Optional<byte[]>> secrets,
    SortedMap<String, Path> agents,
    Function<String, Optional<Login>> logins) {
  public Serving {
    folders = Collections.unmodifiableSortedMap(new TreeMap<>(folders));
    agents = Collections.unmodifiableSortedMap(new TreeMap<>(agents));
  }

  /** Where files come from. */
  public sealed interface Folder {

    record OnDisk(Path path) implements Folder {}

    /** Files that are nowhere on the disk, by their names: an inline Dockerfile. */
    record InMemory(SortedMap<String, byte[]> files) implements Folder {
      public InMemory {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
      }
    }
  }

  /** For a registry; an identity token is the secret of an empty user. */
  public record Login(String user, String secret) {
    @Override
    public String toString() {
      return "Login[" + user + "]";
    }
  }
}
