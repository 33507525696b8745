package dev.fermata.sources.registry;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How one thing in a registry refers to another. {@code data} is that other itself, where it is
 * small enough to be carried along.
 */
record Descriptor(
    String mediaType,
    String digest,
    long size,
    SortedMap<String, String> annotations,
    Optional<byte[]> data,
    String artifactType) {

  static Descriptor of(String mediaType, byte[] content) {
    return of(mediaType, Digests.of(content), content.length);
  }

  static Descriptor of(String mediaType, String digest, long size) {
    return new Descriptor(mediaType, digest, size, new TreeMap<>(), Optional.empty(), "");
  }

  Descriptor noting(SortedMap<String, String> notes) {
    return new Descriptor(mediaType, digest, size, new TreeMap<>(notes), data, artifactType);
  }

  Descriptor carrying(byte[] content) {
    return new Descriptor(mediaType, digest, size, annotations, Optional.of(content), artifactType);
  }

  Descriptor ofType(String type) {
    return new Descriptor(mediaType, digest, size, annotations, data, type);
  }

  /** In the order of the specification's own writer: equal projects have equal digests. */
  void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("mediaType", mediaType);
    json.writeStringField("digest", digest);
    json.writeNumberField("size", size);
    if (!annotations.isEmpty()) {
      writeAnnotations(json, annotations);
    }
    if (data.isPresent()) {
      json.writeFieldName("data");
      json.writeBinary(data.get());
    }
    if (!artifactType.isEmpty()) {
      json.writeStringField("artifactType", artifactType);
    }
    json.writeEndObject();
  }

  static void writeAnnotations(JsonGenerator json, SortedMap<String, String> notes)
      throws IOException {
    json.writeObjectFieldStart("annotations");
    for (var note : notes.entrySet()) {
      json.writeStringField(note.getKey(), note.getValue());
    }
    json.writeEndObject();
  }
}
