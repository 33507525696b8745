package dev.fermata.model.load.remote;

import java.util.Optional;

/**
 * A Compose project that lies elsewhere: {@code https://example.com/shop.git#REF:FOLDER} and the
 * other forms that BuildKit knows of a git repository, or {@code oci://registry/name:tag@digest}.
 */
public sealed interface RemoteReference permits GitReference, OciReference {

  /** What a text refers to; empty for a path, and for an address that is neither. */
  static Optional<RemoteReference> of(String text) {
    if (text.startsWith(OciReference.SCHEME)) {
      return OciReference.parse(text).map(RemoteReference.class::cast);
    }
    return GitReference.parse(text).map(RemoteReference.class::cast);
  }

  /** Whether it means the same content for ever: by a whole commit hash, or by a digest. */
  boolean isPinned();

  /** The same reference, pinned to a commit or digest. */
  RemoteReference pinnedTo(String identity);

  /** The folder or file of the project that is meant; empty for the project's folder. */
  String subdirectory();

  /** As users write it, without a password. */
  String shown();
}
