package dev.fermata.model;

/** An image reference as the user wrote it; {@link #familiar()} makes its tag explicit. */
public record ImageRef(String text) implements Comparable<ImageRef> {

  /** With {@code :latest} where there is neither a tag nor a digest. */
  public String familiar() {
    if (text.contains("@") || text.lastIndexOf(':') > text.lastIndexOf('/')) {
      return text;
    }
    return text + ":latest";
  }

  /** The digest, {@code sha256:...}, of a reference that is pinned by one. */
  public java.util.Optional<String> digest() {
    int at = text.indexOf('@');
    return at < 0 ? java.util.Optional.empty() : java.util.Optional.of(text.substring(at + 1));
  }

  @Override
  public int compareTo(ImageRef other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
