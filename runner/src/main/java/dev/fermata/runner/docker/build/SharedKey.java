package dev.fermata.runner.docker.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.fermata.buildkit.Serving.Folder;
import dev.fermata.model.digest.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.StringJoiner;

/**
 * The name of the copy of the folders that an engine keeps from one build to the next. It compares
 * times and sizes, not contents: two folders under one name would get each other's files. So the
 * name is that of the machine, the user and the folders.
 */
final class SharedKey {
  private static final Path MACHINE = Path.of("/etc/machine-id");

  private SharedKey() {}

  /** Folders that are asked for whole each time do not matter. */
  static String of(Map<String, Folder> folders) {
    var text = new StringJoiner("\0").add(machine()).add(System.getProperty("user.name", ""));
    folders.forEach((name, folder) -> {
      if (folder instanceof Folder.OnDisk disk && !name.equals(BuildFolders.DOCKERFILE)) {
        text.add(name).add(real(disk.path()).toString());
      }
    });
    return Sha256.hex(text.toString().getBytes(UTF_8));
  }

  private static String machine() {
    try {
      return Files.readString(MACHINE).strip();
    } catch (IOException e) {
      // Not a Linux machine, or one without an id: the name by which others know it.
      return System.getenv().getOrDefault("HOSTNAME", "");
    }
  }

  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      // It has gone since: reading it will say so.
      return folder;
    }
  }
}
