package dev.fermata.buildkit.files;

import dev.fermata.buildkit.Serving.Folder;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.List;
import java.util.Optional;

/** A folder with all that is below it. Paths are relative to it and have slashes. */
interface FileTree {

  /** One of its files, folders or links. */
  interface Entry {
    String path();

    Attributes attributes();

    /** The target of a symbolic link, as written. */
    String target() throws IOException;

    Content content();
  }

  /** What is read of a file when it is asked for: small, since there is one for every file. */
  @FunctionalInterface
  interface Content {
    ReadableByteChannel open() throws IOException;
  }

  /** In the order of their names' bytes. */
  List<Entry> top() throws IOException;

  /** In the order of their names' bytes. */
  List<Entry> in(Entry folder) throws IOException;

  /** No link on the way is followed. */
  Optional<Entry> find(String path) throws IOException;

  static FileTree of(Folder folder) throws IOException {
    return switch (folder) {
      case Folder.OnDisk onDisk -> DiskTree.at(onDisk.path());
      case Folder.InMemory inMemory -> new MemoryTree(inMemory.files());
    };
  }
}
