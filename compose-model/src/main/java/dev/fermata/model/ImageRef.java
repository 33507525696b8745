package dev.fermata.model;

import java.util.regex.Pattern;

/** An image reference as the user wrote it; {@link #familiar()} makes its tag explicit. */
public record ImageRef(String text) implements Comparable<ImageRef> {
  private static final Pattern ID = Pattern.compile("sha256:[0-9a-f]{6,64}|[0-9a-f]{12,64}");

  private static final String HUB = "docker.io";

  private static final String HOST =
      "(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*"
          + "|\\[[0-9a-fA-F:]+])(?::[0-9]+)?";

  private static final String SEGMENT = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*";

  /** What engines take for a reference; the first segment may be the host of a registry. */
  private static final Pattern FORM =
      Pattern.compile(
          "(?:"
              + HOST
              + "/)?"
              + SEGMENT
              + "(?:/"
              + SEGMENT
              + ")*"
              + "(?::\\w[\\w.-]{0,127})?(?:@[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*"
              + ":[0-9a-fA-F]{32,})?");

  /** Whether an engine can know an image by it. */
  public boolean isWellFormed() {
    return FORM.matcher(text).matches();
  }

  /** Whether it is the id of an image, as engines print it: such an image is there or nowhere. */
  public boolean isId() {
    return ID.matcher(text).matches();
  }

  /** With {@code :latest} where there is neither a tag nor a digest, nor an id. */
  public String familiar() {
    if (isId() || text.contains("@") || text.lastIndexOf(':') > text.lastIndexOf('/')) {
      return text;
    }
    return text + ":latest";
  }

  /**
   * With the host of the registry, and either a tag or a digest: {@code
   * docker.io/library/nginx:latest}. The same image has one such name, however it is written.
   */
  public String qualified() {
    String name = familiar();
    int at = name.indexOf('@');
    String end = at < 0 ? name.substring(repositoryEnd(name)) : name.substring(at);
    String repository = name.substring(0, repositoryEnd(at < 0 ? name : name.substring(0, at)));
    int slash = repository.indexOf('/');
    String first = slash < 0 ? "" : repository.substring(0, slash);
    boolean isHost = first.contains(".") || first.contains(":") || first.equals("localhost");
    String host = isHost ? first.replaceFirst("^index\\.docker\\.io$", HUB) : HUB;
    String path = isHost ? repository.substring(slash + 1) : repository;
    boolean isOfficial = host.equals(HUB) && !path.contains("/");
    return host + "/" + (isOfficial ? "library/" : "") + path + end;
  }

  /** The qualified name without tag and digest. */
  public String repository() {
    String name = qualified();
    int at = name.indexOf('@');
    return name.substring(0, repositoryEnd(at < 0 ? name : name.substring(0, at)));
  }

  private static int repositoryEnd(String name) {
    int colon = name.lastIndexOf(':');
    return colon > name.lastIndexOf('/') ? colon : name.length();
  }

  /** The digest, {@code sha256:...}, of a reference that is pinned by one. */
  public java.util.Optional<String> digest() {
    int at = text.indexOf('@');
    return at < 0 ? java.util.Optional.empty() : java.util.Optional.of(text.substring(at + 1));
  }

  /**
   * By hand, as is {@link #hashCode}: natively, what a record brings is interpreted at each call.
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof ImageRef image && text.equals(image.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
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
