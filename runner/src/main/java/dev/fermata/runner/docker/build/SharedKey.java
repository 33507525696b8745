package dev.fermata.runner.docker.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.fermata.buildkit.Serving.Folder;
import dev.fermata.model.digest.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * The name of the copy of the folders that an engine keeps from one build to the next. It compares
 * times and sizes, not contents: two folders under one name would get each other's files. So the
 * name is that of the machine, the user and the folders, as they are found and as they were made.
 */
final class SharedKey {
  /** Containers of one image may share the first; then they have names of their own. */
  private static final List<Path> MACHINE =
      List.of(Path.of("/etc/machine-id"), Path.of("/proc/sys/kernel/hostname"));

  private SharedKey() {}

  static String of(Map<String, Folder> folders) {
    var text = new StringJoiner("\0").add(System.getProperty("user.name", ""));
    MACHINE.forEach(file -> text.add(line(file)));
    folders.forEach((name, folder) -> {
      if (folder instanceof Folder.OnDisk disk) {
        text.add(name).add(identity(disk.path()));
      }
    });
    return Sha256.hex(text.toString().getBytes(UTF_8));
  }

  private static String line(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      // Not a Linux machine, or one without an id: what the folders are has to do.
      return "";
    }
  }

  /** The path and the inode: a folder that is made anew in the same place is another one. */
  private static String identity(Path folder) {
    try {
      Path real = folder.toRealPath();
      return real + "\0" + Files.readAttributes(real, BasicFileAttributes.class).fileKey();
    } catch (IOException e) {
      // It has gone since: reading it will say so.
      return folder.toString();
    }
  }
}
