package dev.fermata.runner.docker.image;

import dev.fermata.model.ImageRef;
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

/** Gives an image to its registry; it has come there if no item of the report is an error. */
public record Push(Api api, RegistryLogins logins) {
  /** An empty object: engines want the header whether there is a login or not. */
  private static final String NO_LOGIN = "e30=";

  public void run(ImageRef image, Consumer<ImageProgress> progress) {
    Optional<String> login =
        logins.header(
            ImageNames.registry(image), warning -> progress.accept(ImageProgress.warning(warning)));
    Query path =
        Query.of("/images/{}/push", ImageNames.repository(image.text()))
            .with("tag", ImageNames.tag(image));
    Outgoing request =
        Outgoing.stream("POST", path.toString())
            .withHeader("X-Registry-Auth", login.orElse(NO_LOGIN));
    CallSubject asked = Call.PUSH.about(image.text());
    try (Reply reply = api.open(asked, request)) {
      new TransferReport(asked, progress).read(reply);
    } catch (EngineException e) {
      throw new LoginRefusal(image, login).told(e);
    } catch (IOException e) {
      throw api.failure(e);
    }
  }
}
