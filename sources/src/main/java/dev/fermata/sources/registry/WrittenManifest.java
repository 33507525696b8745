package dev.fermata.sources.registry;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;

/** The table of contents of a project that is published, and of the images that go with it. */
final class WrittenManifest {
  /** What a project has in the place of an image's configuration. */
  static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

  private WrittenManifest() {}

  /** {@code created} is a point in time, as RFC 3339 has it. */
  static byte[] project(List<PublishedFile> files, OciVersion version, String created) {
    Descriptor configuration = configuration(version);
    return text(json -> {
      json.writeNumberField("schemaVersion", 2);
      json.writeStringField("mediaType", MediaTypes.MANIFEST);
      if (version == OciVersion.V1_1) {
        json.writeStringField("artifactType", MediaTypes.PROJECT);
      }
      json.writeFieldName("config");
      configuration.write(json);
      json.writeArrayFieldStart("layers");
      for (PublishedFile file : files) {
        file.descriptor().write(json);
      }
      json.writeEndArray();
      var notes = new TreeMap<String, String>();
      notes.put("org.opencontainers.image.created", created);
      Descriptor.writeAnnotations(json, notes);
    });
  }

  static Descriptor configuration(OciVersion version) {
    String type =
        switch (version) {
          case V1_0 -> MediaTypes.NO_CONFIGURATION;
          case V1_1 -> MediaTypes.EMPTY;
        };
    return Descriptor.of(type, NOTHING).carrying(NOTHING);
  }

  /** The images of a project, which is what the index is about. */
  static byte[] application(List<Descriptor> images, Descriptor project, String version) {
    return text(json -> {
      json.writeNumberField("schemaVersion", 2);
      json.writeStringField("mediaType", MediaTypes.INDEX);
      json.writeArrayFieldStart("manifests");
      for (Descriptor image : images) {
        image.write(json);
      }
      json.writeEndArray();
      json.writeFieldName("subject");
      project.write(json);
      var notes = new TreeMap<String, String>();
      notes.put(MediaTypes.VERSION, version);
      Descriptor.writeAnnotations(json, notes);
    });
  }

  private interface Fields {
    void write(JsonGenerator json) throws IOException;
  }

  private static byte[] text(Fields fields) {
    var bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = Json.writer(bytes)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a bug: memory takes what is written", e);
    }
    return bytes.toByteArray();
  }
}
