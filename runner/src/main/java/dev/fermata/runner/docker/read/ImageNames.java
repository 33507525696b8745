package dev.fermata.runner.docker.read;

import dev.fermata.model.ImageRef;
import dev.fermata.planner.observed.ObservedImage;
import dev.fermata.runner.docker.json.Json;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** How references of a file and the engine's names of images meet. */
public final class ImageNames {
  private ImageNames() {}

  /** As the engine lists it: without the default registry, with a tag or a digest, never both. */
  public static String listed(ImageRef image) {
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

  /** Which of the wanted images are among the listed ones, by their familiar names. */
  public static SortedMap<String, ObservedImage> found(
      Collection<ImageRef> wanted, List<Json> listed) {
    var found = new TreeMap<String, ObservedImage>();
    for (ImageRef image : wanted) {
      named(listed(image), listed)
          .ifPresent(item -> found.put(image.familiar(), ObservedReading.image(item)));
    }
    return found;
  }

  private static Optional<Json> named(String name, List<Json> listed) {
    return listed.stream()
        .filter(item ->
            item.texts("RepoTags").contains(name) || item.texts("RepoDigests").contains(name))
        .findFirst();
  }
}
