package dev.fermata.runner.docker.image;

import dev.fermata.runner.docker.call.CallSubject;
import dev.fermata.runner.docker.call.Refusals;
import dev.fermata.runner.docker.json.Json;
import dev.fermata.runner.docker.json.JsonReader;
import dev.fermata.runner.docker.transport.Reply;
import dev.fermata.runner.engine.ImageProgress;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** What an engine says while it pulls or pushes: item by item, of which one may be an error. */
record TransferReport(CallSubject asked, Consumer<ImageProgress> progress) {

  void read(Reply reply) throws IOException {
    try (var items = new JsonReader(reply.getBody())) {
      for (Optional<Json> item = items.next(); item.isPresent(); item = items.next()) {
        tell(item.get());
      }
    }
  }

  private void tell(Json item) {
    Optional<String> error = item.at("errorDetail", "message").maybe().or(item.at("error")::maybe);
    if (error.isPresent()) {
      throw Refusals.of(asked, 500, error.get());
    }
    Json amount = item.at("progressDetail");
    progress.accept(
        new ImageProgress(
            item.text("id"),
            item.text("status"),
            amount.at("current").number(),
            amount.at("total").number()));
  }
}
