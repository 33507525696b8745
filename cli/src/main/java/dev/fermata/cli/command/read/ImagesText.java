package dev.fermata.cli.command.read;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.fermata.cli.text.Columns;
import dev.fermata.cli.text.Elapsed;
import dev.fermata.cli.text.JsonText;
import dev.fermata.cli.text.Sizes;
import dev.fermata.cli.text.Timestamps;
import dev.fermata.model.Platform;
import dev.fermata.runner.engine.listing.ImageListing;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Images in the forms of Docker Compose. */
final class ImagesText {
  private static final int COLUMN = 20;
  private static final String NONE = "<none>";
  private static final String UNKNOWN = "N/A";

  private ImagesText() {}

  static List<String> table(List<UsedImage> images, Instant now) {
    var rows = new ArrayList<List<String>>();
    rows.add(List.of("CONTAINER", "REPOSITORY", "TAG", "PLATFORM", "IMAGE ID", "SIZE", "CREATED"));
    images.forEach(image -> rows.add(row(image, now)));
    return Columns.lines(rows, COLUMN);
  }

  private static List<String> row(UsedImage image, Instant now) {
    Optional<ImageListing> listing = image.listing();
    return List.of(
        image.container().name(),
        image.repository().isEmpty() ? NONE : image.repository(),
        image.tag().isEmpty() ? NONE : image.tag(),
        listing.map(it -> it.platform().toString()).orElse(UNKNOWN),
        image.shortId(),
        listing.map(it -> Sizes.decimal(it.size())).orElse(UNKNOWN),
        listing
            .flatMap(ImageListing::created)
            .map(created -> Elapsed.human(Duration.between(created, now)) + " ago")
            .orElse(UNKNOWN));
  }

  static String json(List<UsedImage> images) {
    return JsonText.of(json -> {
      json.writeStartArray();
      for (UsedImage image : images) {
        json.writeStartObject();
        write(json, image);
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  private static void write(JsonGenerator json, UsedImage image) throws IOException {
    Optional<ImageListing> listing = image.listing();
    json.writeStringField("ID", image.id());
    json.writeStringField("ContainerName", image.container().name());
    json.writeStringField("Repository", image.repository());
    json.writeStringField("Tag", image.tag());
    json.writeStringField(
        "Platform", listing.map(ImageListing::platform).map(Platform::toString).orElse(""));
    json.writeNumberField("Size", listing.map(ImageListing::size).orElse(0L));
    write(json, "Created", listing.flatMap(ImageListing::created));
    write(json, "LastTagTime", listing.flatMap(ImageListing::lastTagged));
  }

  private static void write(JsonGenerator json, String name, Optional<Instant> time)
      throws IOException {
    if (time.isPresent()) {
      json.writeStringField(name, Timestamps.utc(time.get()));
    }
  }
}
