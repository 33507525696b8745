package dev.fermata.runner.docker.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * What providers said of themselves, where Docker Compose keeps it: editors offer their options by
 * it. Nothing here reads it.
 */
record KeptMetadata(Path clientFolder) {
  void keep(String type, String said) {
    // A type may be a path of its own.
    Path name = Path.of(type).getFileName();
    if (name == null) {
      return;
    }
    Path folder = clientFolder.resolve("compose").resolve("providers");
    try {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Files.writeString(folder.resolve(name + ".json"), said);
    } catch (IOException | UnsupportedOperationException e) {
      // An editor knows less; the call goes on as it does where the home is not ours to write to.
    }
  }
}
