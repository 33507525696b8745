package dev.fermata.runner.docker.image;

import dev.fermata.model.ImageRef;
import dev.fermata.runner.docker.call.Api;
import dev.fermata.runner.docker.call.Query;
import dev.fermata.runner.docker.call.Refusals;
import dev.fermata.runner.docker.json.Json;
import dev.fermata.runner.docker.json.JsonReader;
import dev.fermata.runner.docker.read.ImageNames;
import dev.fermata.runner.docker.transport.Outgoing;
import dev.fermata.runner.docker.transport.Reply;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.ImageProgress;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Fetches an image; it has come if no item of the engine's report is an error. */
public record Pull(Api api, RegistryLogins logins) {

  public void run(ImageRef image, Optional<String> platform, Consumer<ImageProgress> progress) {
    Query path =
        Query.of("/images/create")
            .with("fromImage", ImageNames.repository(image.text()))
            .with("tag", ImageNames.tag(image))
            .with("platform", platform);
    Outgoing request = Outgoing.stream("POST", path.toString());
    Optional<String> login = logins.header(ImageNames.registry(image));
    if (login.isPresent()) {
      request = request.withHeader("X-Registry-Auth", login.get());
    }
    try (Reply reply = api.open(request);
        var items = new JsonReader(reply.getBody())) {
      for (Optional<Json> item = items.next(); item.isPresent(); item = items.next()) {
        tell(item.get(), progress);
      }
    } catch (IOException e) {
      throw api.failure(e);
    } catch (EngineException e) {
      throw named(e, image);
    }
  }

  private static void tell(Json item, Consumer<ImageProgress> progress) {
    Optional<String> error = item.at("errorDetail", "message").maybe().or(item.at("error")::maybe);
    if (error.isPresent()) {
      throw Refusals.of(500, error.get());
    }
    Json amount = item.at("progressDetail");
    progress.accept(
        new ImageProgress(
            item.text("id"),
            item.text("status"),
            amount.at("current").number(),
            amount.at("total").number()));
  }

  /** Some of the engine's texts do not say which image; ours does. */
  private static EngineException named(EngineException e, ImageRef image) {
    String message = String.valueOf(e.getMessage());
    if (isAbsence(e)) {
      return new EngineException(
          Kind.IMAGE_NOT_FOUND, "there is no image `" + image + "` in the registry", e.detail(), e);
    }
    if (message.contains(image.text())) {
      return e;
    }
    return new EngineException(e.kind(), "cannot pull `" + image + "`: " + message, e.detail(), e);
  }

  private static boolean isAbsence(EngineException e) {
    boolean said = e.detail().toLowerCase(Locale.ROOT).contains("not found");
    return switch (e.kind()) {
      case NOT_FOUND, IMAGE_NOT_FOUND -> !e.detail().contains("no matching manifest");
      default -> said && e.kind() == Kind.OTHER;
    };
  }
}
