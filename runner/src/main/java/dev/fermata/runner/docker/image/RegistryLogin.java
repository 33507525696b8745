package dev.fermata.runner.docker.image;

import dev.fermata.runner.docker.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** How the user is known to a registry. As text it gives nothing away. */
public sealed interface RegistryLogin {

  record Password(String user, String password) implements RegistryLogin {
    /** The docker client's own files may have zeros behind a password. */
    public Password {
      password = password.replaceAll("\0+$", "");
    }

    @Override
    public String toString() {
      return "the password of " + user;
    }
  }

  /** No password, but what a registry hands out tokens for. */
  record IdentityToken(String token) implements RegistryLogin {
    @Override
    public String toString() {
      return "an identity token";
    }
  }

  /** As the docker client keeps it. */
  default JsonObject stored() {
    return switch (this) {
      case Password(String user, String password) ->
          new JsonObject()
              .put(
                  "auth",
                  Base64.getEncoder()
                      .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8)));
      case IdentityToken(String token) -> new JsonObject().put("identitytoken", token);
    };
  }

  /** As the engine wants it, for {@code registry}. */
  default JsonObject json(String registry) {
    var json =
        switch (this) {
          case Password(String user, String password) ->
              new JsonObject().put("username", user).put("password", password);
          case IdentityToken(String token) -> new JsonObject().put("identitytoken", token);
        };
    return json.put("serveraddress", registry);
  }
}
