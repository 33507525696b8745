package dev.fermata.sources.registry;

/** How the user is known to a registry. As text it gives nothing away. */
public sealed interface Login {

  record Password(String user, String password) implements Login {
    @Override
    public String toString() {
      return "the password of " + user;
    }
  }

  /** No password, but a refresh token of OAuth 2. */
  record IdentityToken(String token) implements Login {
    @Override
    public String toString() {
      return "an identity token";
    }
  }
}
