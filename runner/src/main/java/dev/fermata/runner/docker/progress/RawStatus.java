package dev.fermata.runner.docker.progress;

import dev.fermata.buildkit.status.LineRange;
import dev.fermata.buildkit.status.Output;
import dev.fermata.buildkit.status.Status;
import dev.fermata.buildkit.status.Transfer;
import dev.fermata.buildkit.status.Vertex;
import dev.fermata.buildkit.status.Warning;
import dev.fermata.runner.docker.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** Reads a line of {@code docker buildx build --progress rawjson}: a status of BuildKit as JSON. */
public final class RawStatus {
  private RawStatus() {}

  public static Status of(Json line) {
    return new Status(
        line.at("vertexes").items().stream().map(RawStatus::vertex).toList(),
        line.at("statuses").items().stream().map(RawStatus::transfer).toList(),
        line.at("logs").items().stream().map(RawStatus::output).toList(),
        line.at("warnings").items().stream().map(RawStatus::warning).toList());
  }

  private static Vertex vertex(Json vertex) {
    return new Vertex(
        vertex.text("digest"),
        vertex.texts("inputs"),
        vertex.text("name"),
        vertex.isTrue("cached"),
        instant(vertex, "started"),
        instant(vertex, "completed"),
        vertex.text("error"));
  }

  private static Transfer transfer(Json part) {
    return new Transfer(
        part.text("id"),
        part.text("vertex"),
        part.text("name"),
        part.at("current").number(),
        part.at("total").number(),
        instant(part, "started"),
        instant(part, "completed"));
  }

  private static Output output(Json log) {
    return new Output(log.text("vertex"), log.integer("stream"), bytes(log.text("data")));
  }

  private static Warning warning(Json warning) {
    return new Warning(
        warning.text("vertex"),
        warning.integer("level"),
        decoded(warning.text("short")),
        warning.texts("detail").stream().map(RawStatus::decoded).toList(),
        warning.text("url"),
        warning.at("sourceInfo", "filename").text(),
        decoded(warning.at("sourceInfo", "data").text()),
        warning.at("range").items().stream().map(RawStatus::lines).toList());
  }

  private static LineRange lines(Json range) {
    return new LineRange(
        (int) range.at("start", "line").number(), (int) range.at("end", "line").number());
  }

  private static Optional<Instant> instant(Json record, String field) {
    return record.at(field).maybe().map(Instant::parse);
  }

  private static String decoded(String base64) {
    return new String(bytes(base64), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String base64) {
    return Base64.getDecoder().decode(base64);
  }
}
