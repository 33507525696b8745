package dev.fermata.buildkit.client;

import dev.fermata.buildkit.SolveException.Details;
import dev.fermata.buildkit.SolveException.Source;
import dev.fermata.buildkit.message.Fields;
import dev.fermata.buildkit.status.LineRange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The details of a failure, as BuildKit attaches them to a status: each has a type, and JSON as its
 * value. Those that say nothing to a user are passed over.
 */
final class ErrorDetails {
  private Optional<String> vertex = Optional.empty();
  private Optional<Integer> exitCode = Optional.empty();
  private final List<Source> sources = new ArrayList<>();

  private ErrorDetails() {}

  /** {@code status} is a {@code google.rpc.Status}. */
  static Details read(byte[] status) {
    var details = new ErrorDetails();
    Fields.of(status).messages(3, detail -> detail).forEach(details::add);
    return new Details(details.vertex, details.exitCode, details.sources);
  }

  private void add(Fields detail) {
    String type = detail.text(1);
    byte[] value = detail.bytes(2);
    switch (type.substring(type.lastIndexOf('/') + 1)) {
      case "errdefs.Vertex+json" -> vertex = JsonValue.parse(value).at("digest").text();
      case "errdefs.Source+json" -> sources.add(source(JsonValue.parse(value)));
      case "gatewayapi.ExitMessage+json" -> exitCode = JsonValue.parse(value).at("Code").number();
      default -> {
        // Stacks, operations, the frontend's name.
      }
    }
  }

  private static Source source(JsonValue value) {
    JsonValue info = value.at("info");
    byte[] text = Base64.getDecoder().decode(info.at("data").text().orElse(""));
    return new Source(
        info.at("filename").text().orElse(""),
        new String(text, StandardCharsets.UTF_8),
        value.at("ranges").items().stream()
            .map(range -> new LineRange(line(range.at("start")), line(range.at("end"))))
            .toList());
  }

  private static int line(JsonValue position) {
    return position.at("line").number().orElse(0);
  }
}
