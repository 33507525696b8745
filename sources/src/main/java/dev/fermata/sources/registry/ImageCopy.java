package dev.fermata.sources.registry;

import dev.fermata.sources.cache.UnreachableProject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Copies an image with all that it refers to: every platform's manifest, and their layers. */
final class ImageCopy {
  private final Registry source;
  private final String neighbour;
  private final Upload upload;

  /** {@code neighbour} is the image's repository, if it is in the same registry; else empty. */
  ImageCopy(Registry source, String neighbour, Upload upload) {
    this.source = source;
    this.neighbour = neighbour;
    this.upload = upload;
  }

  /** What is referred to has to be there before what refers to it. */
  Descriptor of(String digest) throws UnreachableProject {
    byte[] manifest = source.manifest(digest);
    Json json = parsed(manifest, digest);
    String type = json.maybe("mediaType").orElse(MediaTypes.MANIFEST);
    if (MediaTypes.isIndex(type) || !json.at("manifests").isAbsent()) {
      for (Json one : json.at("manifests").items()) {
        of(one.text("digest"));
      }
    } else {
      for (Json blob : blobs(json)) {
        upload.copy(descriptor(blob), source, neighbour);
      }
    }
    upload.manifest(type, manifest, digest);
    return Descriptor.of(type, manifest);
  }

  private static List<Json> blobs(Json manifest) {
    var blobs = new ArrayList<Json>();
    blobs.add(manifest.at("config"));
    blobs.addAll(manifest.at("layers").items());
    return blobs;
  }

  private static Descriptor descriptor(Json json) {
    return Descriptor.of(json.text("mediaType"), json.text("digest"), json.number("size"));
  }

  private static Json parsed(byte[] manifest, String digest) throws UnreachableProject {
    try {
      return Json.parse(manifest);
    } catch (IOException e) {
      throw new UnreachableProject("the manifest `%s` is not JSON".formatted(digest));
    }
  }
}
