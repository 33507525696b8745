package dev.fermata.sources.registry;

import dev.fermata.sources.cache.UnreachableProject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The table of contents of a published project, as Docker Compose writes it: since OCI 1.1 it has a
 * type of its own, before that the type of its empty configuration tells what it is.
 */
record Manifest(List<Layer> layers) {
  private static final Pattern FILE_NAME =
      Pattern.compile("(?!\\.\\.?$)[^/\\\\\\p{Cntrl}:]{1,255}");
  private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

  private static final int MOST_LAYERS = 500;
  private static final long MOST_BYTES = 32L << 20;

  /** A file of the project; without a name of its own it is one of the compose files. */
  record Layer(String digest, long size, Optional<String> file) {}

  /** Empty where the JSON is no published project. */
  static Manifest parse(byte[] text, String reference) throws UnreachableProject {
    Json json = json(text, reference);
    String type = json.text("artifactType");
    boolean project =
        type.isEmpty()
            ? json.at("config").text("mediaType").equals(MediaTypes.NO_CONFIGURATION)
            : type.equals(MediaTypes.PROJECT);
    if (!project) {
      throw new UnreachableProject(
          "`%s` is no published Compose project, but %s"
              .formatted(reference, described(json, type)));
    }
    var layers = new ArrayList<Layer>();
    for (Json layer : json.at("layers").items()) {
      layer(layer, reference).ifPresent(layers::add);
    }
    if (layers.size() > MOST_LAYERS || layers.stream().mapToLong(Layer::size).sum() > MOST_BYTES) {
      throw new UnreachableProject(
          "`%s` is larger than Compose projects are: more than %d files or %d MiB"
              .formatted(reference, MOST_LAYERS, MOST_BYTES >> 20));
    }
    return new Manifest(List.copyOf(layers));
  }

  /**
   * The digest of the project that an index speaks of: one of its manifests or, where it lists the
   * images that were published with the project, what it is about. Empty where it is no index.
   */
  static Optional<String> inIndex(byte[] text, String reference) throws UnreachableProject {
    Json json = json(text, reference);
    return Stream.concat(
            json.at("manifests").items().stream()
                .filter(one -> one.text("artifactType").equals(MediaTypes.PROJECT)),
            json.at("manifests").isAbsent() ? Stream.of() : Stream.of(json.at("subject")))
        .map(one -> one.text("digest"))
        .filter(digest -> DIGEST.matcher(digest).matches())
        .findFirst();
  }

  private static String described(Json json, String type) {
    if (!type.isEmpty()) {
      return "of type `" + type + "`";
    }
    return json.at("manifests").items().isEmpty() ? "an image" : "an index of manifests";
  }

  private static Json json(byte[] text, String reference) throws UnreachableProject {
    try {
      return Json.parse(text);
    } catch (IOException e) {
      throw new UnreachableProject("the manifest of `%s` is not JSON".formatted(reference));
    }
  }

  /** Empty for what is no file of the project. */
  private static Optional<Layer> layer(Json json, String reference) throws UnreachableProject {
    String type = json.text("mediaType");
    Json notes = json.at("annotations");
    boolean composeFile = type.equals(MediaTypes.COMPOSE_FILE);
    if (!composeFile && !type.equals(MediaTypes.ENV_FILE)) {
      return Optional.empty();
    }
    boolean apart = !composeFile || notes.text(MediaTypes.ANNOTATION + "extends").equals("true");
    String name = notes.text(MediaTypes.ANNOTATION + (composeFile ? "file" : "envfile"));
    String digest = json.text("digest");
    if (apart && !FILE_NAME.matcher(name).matches()) {
      throw new UnreachableProject(
          "`%s` has a file that cannot be named `%s`".formatted(reference, name));
    }
    long size = json.number("size");
    if (!DIGEST.matcher(digest).matches() || size < 0 || size > MOST_BYTES) {
      throw new UnreachableProject(
          "`%s` has a file with a digest or size that cannot be: `%s`, %d bytes"
              .formatted(reference, digest, size));
    }
    return Optional.of(new Layer(digest, size, apart ? Optional.of(name) : Optional.empty()));
  }
}
