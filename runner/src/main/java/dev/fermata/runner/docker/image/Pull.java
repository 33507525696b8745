package dev.fermata.runner.docker.image;

import dev.fermata.model.ImageRef;
import dev.fermata.model.Platform;
import dev.fermata.runner.docker.call.Api;
import dev.fermata.runner.docker.call.Call;
import dev.fermata.runner.docker.call.CallSubject;
import dev.fermata.runner.docker.call.Query;
import dev.fermata.runner.docker.read.ImageNames;
import dev.fermata.runner.docker.transport.Outgoing;
import dev.fermata.runner.docker.transport.Reply;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.ImageProgress;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** Fetches an image; it has come if no item of the engine's report is an error. */
public record Pull(Api api, RegistryLogins logins) {

  public void run(ImageRef image, Optional<Platform> platform, Consumer<ImageProgress> progress) {
    Query path =
        Query.of("/images/create")
            .with("fromImage", ImageNames.repository(image.text()))
            .with("tag", ImageNames.tag(image))
            .with("platform", platform.map(Platform::toString));
    Outgoing request = Outgoing.stream("POST", path.toString());
    Optional<String> login =
        logins.header(
            ImageNames.registry(image), warning -> progress.accept(ImageProgress.warning(warning)));
    if (login.isPresent()) {
      request = request.withHeader("X-Registry-Auth", login.get());
    }
    CallSubject asked = Call.PULL.about(image.text());
    try (Reply reply = api.open(asked, request)) {
      new TransferReport(asked, progress).read(reply);
    } catch (EngineException e) {
      throw new LoginRefusal(image, login).told(e);
    } catch (IOException e) {
      throw api.failure(e);
    }
    keepTime(image, progress);
  }

  /**
   * An engine keeps when an image got its name here, and not when it was pulled last: it is given
   * the same name again, so that pull policies with a window know since when.
   */
  private void keepTime(ImageRef image, Consumer<ImageProgress> progress) {
    if (image.digest().isPresent()) {
      return;
    }
    try {
      api.post(
          Query.of("/images/{}/tag", image.familiar())
              .with("repo", ImageNames.repository(image.text()))
              .with("tag", ImageNames.tag(image)));
    } catch (EngineException e) {
      progress.accept(
          ImageProgress.warning(
              "when `%s` was pulled is not known: %s".formatted(image, e.getMessage())));
    }
  }
}
