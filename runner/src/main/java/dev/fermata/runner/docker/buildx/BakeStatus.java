package dev.fermata.runner.docker.buildx;

import dev.fermata.buildkit.status.LineRange;
import dev.fermata.buildkit.status.Output;
import dev.fermata.buildkit.status.Status;
import dev.fermata.buildkit.status.Transfer;
import dev.fermata.buildkit.status.Vertex;
import dev.fermata.buildkit.status.Warning;
import dev.fermata.runner.docker.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** A line of {@code --progress rawjson} as what BuildKit tells of a solve. */
final class BakeStatus {
  private BakeStatus() {}

  /** Empty where the line is none: then it is what the program says of itself. */
  static Optional<Status> of(String line) {
    if (!line.startsWith("{")) {
      return Optional.empty();
    }
    try {
      return Optional.of(status(Json.parse(line)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Status status(Json json) {
    return new Status(
        json.at("vertexes").items().stream().map(BakeStatus::vertex).toList(),
        json.at("statuses").items().stream().map(BakeStatus::transfer).toList(),
        json.at("logs").items().stream().map(BakeStatus::output).toList(),
        json.at("warnings").items().stream().map(BakeStatus::warning).toList());
  }

  private static Vertex vertex(Json json) {
    return new Vertex(
        json.text("digest"),
        json.texts("inputs"),
        json.text("name"),
        json.isTrue("cached"),
        time(json, "started"),
        time(json, "completed"),
        json.text("error"));
  }

  private static Transfer transfer(Json json) {
    return new Transfer(
        json.text("id"),
        json.text("vertex"),
        json.text("name"),
        json.at("current").number(),
        json.at("total").number(),
        time(json, "started"),
        time(json, "completed"));
  }

  private static Output output(Json json) {
    return new Output(json.text("vertex"), json.integer("stream"), bytes(json.text("data")));
  }

  private static Warning warning(Json json) {
    Json file = json.at("sourceInfo");
    List<LineRange> lines =
        json.at("range").items().stream()
            .map(range ->
                new LineRange(range.at("start").integer("line"), range.at("end").integer("line")))
            .toList();
    return new Warning(
        json.text("vertex"),
        json.integer("level"),
        text(json.text("short")),
        json.texts("detail").stream().map(BakeStatus::text).toList(),
        json.text("url"),
        file.text("filename"),
        lines);
  }

  private static String text(String base64) {
    return new String(bytes(base64), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return base64.getBytes(StandardCharsets.UTF_8);
    }
  }

  private static Optional<Instant> time(Json json, String name) {
    try {
      return json.at(name).maybe().map(Instant::parse);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
