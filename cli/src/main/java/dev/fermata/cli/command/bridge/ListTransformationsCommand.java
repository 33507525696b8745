package dev.fermata.cli.command.bridge;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.grammar.Operands;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.Ending;
import dev.fermata.cli.text.Columns;
import dev.fermata.cli.text.JsonText;
import dev.fermata.cli.text.Sizes;
import dev.fermata.runner.engine.listing.LabelledImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Lists the images of this machine that transform. */
public final class ListTransformationsCommand implements Command {
  private static final Flag<String> FORMAT =
      Flag.oneOf(List.of("table", "json"), "FORMAT", "table or json", "--format");
  private static final Flag<Boolean> QUIET = Flag.off("Only names", "-q", "--quiet");
  private static final int COLUMN = 20;
  private static final int SHORT_ID = 12;
  private static final String NONE = "<none>";

  private final String name;

  /** {@code name} is the one that it is called by: it has a short one. */
  public ListTransformationsCommand(String name) {
    this.name = name;
  }

  @Override
  public String summary() {
    return "List the images that `bridge convert` can use";
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(FORMAT, QUIET);
  }

  @Override
  public Operands operands() {
    return Operands.NONE;
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example(name, "Those that were pulled or built here"),
        new Example(name + " -q", "Their names, for `-t`"));
  }

  @Override
  public Call read(Arguments given) {
    String format = given.get(FORMAT);
    boolean quiet = given.has(QUIET);
    return session -> {
      List<LabelledImage> images = session.engine().images().labelled(Transformation.LABEL);
      if (quiet) {
        images.forEach(image -> session.out().println(name(image)));
      } else if (format.equals("json")) {
        session.out().println(json(images));
      } else {
        table(images).forEach(session.out()::println);
      }
      return Ending.SUCCEEDED;
    };
  }

  private static String name(LabelledImage image) {
    return image.tags().isEmpty() ? image.id() : image.tags().getFirst();
  }

  private static List<String> table(List<LabelledImage> images) {
    var rows = new ArrayList<List<String>>();
    rows.add(List.of("IMAGE ID", "REPO", "TAGS", "SIZE"));
    images.forEach(image -> rows.add(row(image)));
    return Columns.lines(rows, COLUMN);
  }

  private static List<String> row(LabelledImage image) {
    String name = image.tags().isEmpty() ? NONE + ":" + NONE : image.tags().getFirst();
    int colon = name.lastIndexOf(':');
    String id = image.id().replaceFirst("^sha256:", "");
    return List.of(
        id.substring(0, Math.min(SHORT_ID, id.length())),
        name.substring(0, colon),
        name.substring(colon + 1),
        Sizes.decimal(image.size()));
  }

  private static String json(List<LabelledImage> images) {
    return JsonText.of(json -> {
      json.writeStartArray();
      for (LabelledImage image : images) {
        write(json, image);
      }
      json.writeEndArray();
    });
  }

  /** The fields of the engine's API, in their order. */
  private static void write(JsonGenerator json, LabelledImage image) throws IOException {
    json.writeStartObject();
    json.writeNumberField("Containers", image.containers());
    json.writeNumberField("Created", image.created().getEpochSecond());
    json.writeStringField("Id", image.id());
    json.writeObjectFieldStart("Labels");
    for (var label : image.labels().entrySet()) {
      json.writeStringField(label.getKey(), label.getValue());
    }
    json.writeEndObject();
    json.writeStringField("ParentId", image.parent());
    JsonText.writeTexts(json, "RepoDigests", image.digests());
    JsonText.writeTexts(json, "RepoTags", image.tags());
    json.writeNumberField("SharedSize", image.sharedSize());
    json.writeNumberField("Size", image.size());
    json.writeEndObject();
  }
}
