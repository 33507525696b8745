package dev.fermata.cli.doctor;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** What there is on this machine, by its paths. */
final class LocalMachine {
  private LocalMachine() {}

  /** What is no path at all is not there. */
  static boolean has(String path) {
    try {
      return Files.exists(Path.of(path));
    } catch (InvalidPathException e) {
      // An address, or standard input.
      return false;
    }
  }

  static boolean isAbsolute(String path) {
    try {
      return Path.of(path).isAbsolute();
    } catch (InvalidPathException e) {
      // An address, or standard input.
      return false;
    }
  }

  /** On the disk of a folder; empty where it is not here, or not for us to look at. */
  static Optional<DiskCheck.Room> room(String folder) {
    if (folder.isEmpty() || !has(folder)) {
      return Optional.empty();
    }
    try {
      FileStore disk = Files.getFileStore(Path.of(folder));
      return Optional.of(new DiskCheck.Room(folder, disk.getUsableSpace(), disk.getTotalSpace()));
    } catch (IOException e) {
      // The folder is the engine's: who may not look at it learns nothing of its disk.
      return Optional.empty();
    }
  }
}
