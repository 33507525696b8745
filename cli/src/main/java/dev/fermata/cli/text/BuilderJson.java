package dev.fermata.cli.text;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.fermata.planner.spec.Builder;
import java.io.IOException;

/** Who builds an image, as JSON. */
final class BuilderJson {
  private BuilderJson() {}

  static void write(JsonGenerator json, Builder builder) throws IOException {
    json.writeObjectFieldStart("builder");
    switch (builder) {
      case Builder.BuildKit usual -> json.writeStringField("kind", "buildkit");
      case Builder.Buildx buildx -> {
        json.writeStringField("kind", "buildx");
        if (buildx.name().isPresent()) {
          json.writeStringField("name", buildx.name().get());
        }
        json.writeStringField("because", buildx.because().text());
      }
      case Builder.Classic classic -> {
        json.writeStringField("kind", "classic");
        json.writeStringField("because", classic.because().text());
      }
    }
    json.writeEndObject();
  }
}
