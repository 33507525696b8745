package dev.fermata.cli.text.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import dev.fermata.model.tree.Faulty;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** A model as JSON, in the form of {@code docker compose config --format json}. */
public final class ConfigJson {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE).build();

  private final JsonGenerator json;
  private final Dollars dollars;

  private ConfigJson(JsonGenerator json, Dollars dollars) {
    this.json = json;
    this.dollars = dollars;
  }

  /** The text, like Docker Compose's without a line end, and safe to put into HTML. */
  public static String text(Mapping tree, Dollars dollars) {
    var text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.setPrettyPrinter(printer());
      new ConfigJson(json, dollars).write(tree);
    } catch (IOException e) {
      throw new UncheckedIOException("a bug: no text could be written", e);
    }
    return text.toString()
        .replace("&", "\\u0026")
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }

  private void write(Node node) throws IOException {
    switch (node) {
      case Mapping mapping -> write(mapping);
      case Sequence sequence -> write(sequence);
      case Scalar scalar -> write(scalar);
      case Faulty faulty -> json.writeNull();
    }
  }

  private void write(Mapping mapping) throws IOException {
    json.writeStartObject();
    for (Map.Entry<String, Mapping.Entry> entry : mapping.entries().entrySet()) {
      json.writeFieldName(dollars.in(entry.getKey()));
      write(entry.getValue().value());
    }
    json.writeEndObject();
  }

  private void write(Sequence sequence) throws IOException {
    json.writeStartArray();
    for (Node item : sequence.items()) {
      write(item);
    }
    json.writeEndArray();
  }

  private void write(Scalar scalar) throws IOException {
    switch (scalar.kind()) {
      case STRING, DATE -> json.writeString(dollars.in(scalar.text()));
      case INTEGER -> json.writeNumber(scalar.text());
      case FLOAT -> writeDecimal(scalar.text());
      case BOOLEAN -> json.writeBoolean(scalar.text().equals("true"));
      case NULL -> json.writeNull();
    }
  }

  /** JSON has no number for the infinite ones. */
  private void writeDecimal(String text) throws IOException {
    if (Character.isLetter(text.charAt(text.length() - 1))) {
      json.writeString(text);
    } else {
      json.writeNumber(text);
    }
  }

  private static DefaultPrettyPrinter printer() {
    var lines = new DefaultIndenter("  ", "\n");
    var printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""));
    printer.indentObjectsWith(lines);
    printer.indentArraysWith(lines);
    return printer;
  }
}
