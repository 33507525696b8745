package dev.fermata.buildkit.files;

import dev.fermata.buildkit.files.Attributes.Inode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Of files that have several names, the first one that was sent. */
final class HardLinks {
  private final Map<Inode, String> first = new HashMap<>();

  /** Empty for a file that has not been sent yet. */
  Optional<String> firstNameOf(FileTree.Entry entry) {
    return entry
        .attributes()
        .inode()
        .flatMap(inode -> Optional.ofNullable(first.putIfAbsent(inode, entry.path())));
  }
}
