package dev.fermata.cli.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;

/** Writes JSON, one value per line of output. */
public final class JsonText {
  private static final JsonFactory FACTORY = new JsonFactory();

  /** What puts one value into a generator. */
  @FunctionalInterface
  public interface Writer {
    void write(JsonGenerator json) throws IOException;
  }

  private JsonText() {}

  public static String of(Writer writer) {
    var text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      writer.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write JSON", e);
    }
    return text.toString();
  }

  public static void writeTexts(JsonGenerator json, String field, Collection<String> texts)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  /** An error among JSON progress, in Docker Compose's form. */
  public static String error(String message) {
    return of(json -> {
      json.writeStartObject();
      json.writeBooleanField("error", true);
      json.writeStringField("message", message);
      json.writeEndObject();
    });
  }
}
