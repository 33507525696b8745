package dev.fermata.sources.registry;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** A file of a project that is published: its type, what is noted of it, and its text. */
public record PublishedFile(String mediaType, SortedMap<String, String> annotations, String text) {

  public PublishedFile {
    annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
  }

  /** One of the compose files that are laid over each other, in their order. */
  public static PublishedFile composeFile(String name, String text, String version) {
    return of(MediaTypes.COMPOSE_FILE, "file", name, text, version);
  }

  /** A compose file that lies beside them, under its name. */
  public static PublishedFile extended(String name, String text, String version) {
    PublishedFile file = composeFile(name, text, version);
    var annotations = new TreeMap<>(file.annotations());
    annotations.put(MediaTypes.ANNOTATION + "extends", "true");
    return new PublishedFile(file.mediaType(), annotations, text);
  }

  public static PublishedFile envFile(String name, String text, String version) {
    return of(MediaTypes.ENV_FILE, "envfile", name, text, version);
  }

  private static PublishedFile of(
      String type, String key, String name, String text, String version) {
    var annotations = new TreeMap<String, String>();
    annotations.put(MediaTypes.ANNOTATION + key, name);
    annotations.put(MediaTypes.VERSION, version);
    return new PublishedFile(type, annotations, text);
  }

  byte[] content() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  Descriptor descriptor() {
    return Descriptor.of(mediaType, content()).noting(annotations).carrying(content());
  }
}
