package dev.fermata.runner.docker.read;

import dev.fermata.model.ImageRef;
import java.util.Optional;
import java.util.regex.Pattern;

/** How references of a file and the engine's names of images meet. */
public final class ImageNames {
  /** To the engine a name comes first, and then the begin of an id. */
  private static final Pattern BEGIN_OF_ID = Pattern.compile("[0-9a-f]{4,64}");

  private ImageNames() {}

  /** As the engine lists it: without the default registry, with a tag or a digest, never both. */
  public static String listed(ImageRef image) {
    if (BEGIN_OF_ID.matcher(image.text()).matches()) {
      return image.text();
    }
    String name = image.familiar();
    name = name.replaceFirst("^(index\\.)?docker\\.io/", "").replaceFirst("^library/", "");
    int at = name.indexOf('@');
    if (at < 0) {
      return name;
    }
    return repository(name.substring(0, at)) + name.substring(at);
  }

  /** Without tag and digest. */
  public static String repository(String name) {
    int at = name.indexOf('@');
    String tagged = at < 0 ? name : name.substring(0, at);
    int colon = tagged.lastIndexOf(':');
    return colon > tagged.lastIndexOf('/') ? tagged.substring(0, colon) : tagged;
  }

  /** The tag that stands in a name; empty where there is none. */
  public static Optional<String> writtenTag(String name) {
    String repository = repository(name);
    String rest = name.substring(repository.length());
    return rest.startsWith(":") ? Optional.of(rest.substring(1)) : Optional.empty();
  }

  /** What a reference says after its repository: its digest, or its tag. */
  public static String tag(ImageRef image) {
    return image
        .digest()
        .orElseGet(() -> image.familiar().substring(repository(image.familiar()).length() + 1));
  }

  /** The registry's host; {@code docker.io} where the reference names none. */
  public static String registry(ImageRef image) {
    String text = image.text();
    int slash = text.indexOf('/');
    String first = slash < 0 ? "" : text.substring(0, slash);
    boolean host = first.contains(".") || first.contains(":") || first.equals("localhost");
    return host ? first.replaceFirst("^index\\.docker\\.io$", "docker.io") : "docker.io";
  }
}
