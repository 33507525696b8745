package dev.fermata.runner.docker.image;

import dev.fermata.model.ImageRef;
import dev.fermata.runner.docker.call.Api;
import dev.fermata.runner.docker.call.Call;
import dev.fermata.runner.docker.call.Query;
import dev.fermata.runner.docker.read.ImageNames;
import dev.fermata.runner.docker.transport.Outgoing;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a registry has under a name. The engine asks, so that its mirrors, proxies and trust count.
 */
public record RegistryQuestion(Api api, RegistryLogins logins) {

  public String digest(ImageRef image) {
    List<String> warnings = new ArrayList<>();
    Optional<String> login = logins.header(ImageNames.registry(image), warnings::add);
    Query path = Query.of("/distribution/{}/json", image.familiar());
    Outgoing bare = Outgoing.call("GET", path.toString());
    Outgoing request = login.map(header -> bare.withHeader("X-Registry-Auth", header)).orElse(bare);
    try {
      return api.call(Call.DISTRIBUTION.about(image.text()), request)
          .at("Descriptor")
          .text("digest");
    } catch (EngineException e) {
      EngineException told = new LoginRefusal(image, login).told(e);
      // Why there was no login says more than that one was wanted.
      throw e.kind() == Kind.ACCESS_DENIED && !warnings.isEmpty()
          ? told.told(told.getMessage() + "; " + String.join("; ", warnings))
          : told;
    }
  }
}
