package dev.fermata.runner.docker.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.fermata.runner.docker.json.Json;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;

/** The logins that a pipeline hands over in {@code DOCKER_AUTH_CONFIG}, by registry. */
final class LoginVariable {
  private LoginVariable() {}

  /** Empty where the text has another form, or a login in it has. */
  static Optional<Json> parse(String text) {
    try {
      Json logins = Json.parse(text).at("auths");
      boolean isSound =
          logins.isMapping() && logins.members().values().stream().allMatch(LoginVariable::isLogin);
      return isSound ? Optional.of(logins) : Optional.empty();
    } catch (IOException e) {
      // Its words could quote the text, which is secret.
      return Optional.empty();
    }
  }

  private static boolean isLogin(Json login) {
    try {
      return new String(Base64.getDecoder().decode(login.text("auth")), UTF_8).indexOf(':') > 0;
    } catch (IllegalArgumentException e) {
      // It is no Base64, and so no login.
      return false;
    }
  }
}
