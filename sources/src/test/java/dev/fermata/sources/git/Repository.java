package dev.fermata.sources.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A git repository of a test, made by git itself; nothing of the machine's settings counts. */
public final class Repository {
  private final Path folder;

  private Repository(Path folder) {
    this.folder = folder;
  }

  public static Repository in(Path folder) {
    var repository = new Repository(folder);
    repository.git("init", "--quiet", "--initial-branch=main", ".");
    return repository;
  }

  public Repository file(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Repository link(String name, String target) {
    try {
      Files.createSymbolicLink(folder.resolve(name), Path.of(target));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Commits all that is there; the commit's hash. */
  public String commit() {
    git("add", "--all");
    git("commit", "--quiet", "--allow-empty", "--message", "change");
    return git("rev-parse", "HEAD").strip();
  }

  public String url() {
    return "file://" + folder;
  }

  String git(String... arguments) {
    var command = new ArrayList<>(List.of("git", "-c", "user.name=me", "-c", "user.email=me@home"));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    try {
      Process process = builder.start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(text);
      }
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
