package dev.fermata.model.load.file;

import java.util.Optional;

/** The files of the world, as values: the load's only way to them. */
@FunctionalInterface
public interface Sources {

  /** A larger file is refused, so that no more than one byte beyond need be read of it. */
  int MAX_SIZE = 16 << 20;

  /** What is at a path. */
  sealed interface Content {
    /** Nobody compares two of them. */
    @SuppressWarnings("ArrayRecordComponent")
    record Found(byte[] bytes) implements Content {}

    record Absent() implements Content {}

    /** No file, but a folder. */
    record Folder() implements Content {}

    /** A file that cannot be read, and why: half a sentence, such as "permission denied". */
    record Unreadable(String reason) implements Content {}

    /** Whether it is a file, be it one that cannot be read. */
    default boolean isFile() {
      return switch (this) {
        case Found found -> true;
        case Unreadable unreadable -> true;
        case Folder folder -> false;
        case Absent absent -> false;
      };
    }

    /** For sources where whatever is there can be read. */
    static Content of(Optional<byte[]> bytes) {
      return bytes.<Content>map(Found::new).orElseGet(Absent::new);
    }
  }

  /** The content of the file at an absolute path. */
  Content read(String path);
}
