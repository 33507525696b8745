package dev.fermata.runner.docker.location;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/**
 * A place where the docker client looks for a plugin, and what stands there. Ours is a link to the
 * program, so that a newer one needs no second installation. What another one put there is kept
 * beside it, under a name that the client does not look at.
 */
public final class ClientPlugin {
  private static final String PREFIX = "docker-";

  /** For all users; the client looks there after a user's own folder. */
  private static final Path SYSTEM = Path.of("/usr/local/lib/docker/cli-plugins");

  private final Path place;
  private final Path kept;

  /** What is at the place. */
  public enum Occupant {
    NOBODY,
    /** A link to a program of our name, this one or another version. */
    OURS,
    ANOTHER
  }

  private ClientPlugin(Path folder, String name) {
    this.place = folder.resolve(PREFIX + name);
    this.kept = folder.resolve("." + PREFIX + name + ".before-fermata");
  }

  public static ClientPlugin ofUser(Map<String, String> environment, String name) {
    Path folder = ClientConfig.of(environment).folder().resolve("cli-plugins");
    return new ClientPlugin(folder, name);
  }

  public static ClientPlugin ofSystem(String name) {
    return new ClientPlugin(SYSTEM, name);
  }

  public Path place() {
    return place;
  }

  /** Where another's file waits to be put back. */
  public Path kept() {
    return kept;
  }

  /** {@code programName} is the file name of our program. */
  public Occupant occupant(String programName) throws IOException {
    if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
      return Occupant.NOBODY;
    }
    boolean isOurs =
        Files.isSymbolicLink(place)
            && Files.readSymbolicLink(place).getFileName().toString().equals(programName);
    return isOurs ? Occupant.OURS : Occupant.ANOTHER;
  }

  public boolean isKeptBeside() {
    return Files.exists(kept, LinkOption.NOFOLLOW_LINKS);
  }

  /** Each step leaves either what was there or what is to be: the link comes in one move. */
  public void install(Path program) throws IOException {
    Files.createDirectories(place.getParent());
    Path link = place.resolveSibling("." + place.getFileName() + ".new");
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, program);
    if (occupant(program.getFileName().toString()) == Occupant.ANOTHER) {
      keep();
    }
    Files.move(link, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Takes the link away, and puts back what was there before. */
  public void uninstall() throws IOException {
    if (isKeptBeside()) {
      Files.move(kept, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return;
    }
    Files.deleteIfExists(place);
  }

  private void keep() throws IOException {
    Files.move(place, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
