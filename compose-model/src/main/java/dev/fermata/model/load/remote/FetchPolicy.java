package dev.fermata.model.load.remote;

import dev.fermata.model.text.BooleanText;
import java.util.Map;
import java.util.Optional;

/**
 * Whether remote projects may be fetched. {@code environment} is the process environment alone: an
 * env file may come with what it would allow.
 */
public record FetchPolicy(Consent consent, Map<String, String> environment) {
  /** Whether the user allows it by a flag. */
  public enum Consent {
    GIVEN,
    NOT_GIVEN
  }

  boolean isAllowed() {
    return consent == Consent.GIVEN
        || BooleanText.of(environment.getOrDefault("FERMATA_ALLOW_REMOTE", ""));
  }

  /** What switches this kind of reference off: {@code VARIABLE=VALUE}. */
  Optional<String> prohibition(RemoteReference reference) {
    String variable =
        switch (reference) {
          case GitReference git -> "COMPOSE_EXPERIMENTAL_GIT_REMOTE";
          case OciReference oci -> "COMPOSE_EXPERIMENTAL_OCI_REMOTE";
        };
    String value = environment.getOrDefault(variable, "");
    return value.isEmpty() || BooleanText.of(value)
        ? Optional.empty()
        : Optional.of(variable + "=" + value);
  }
}
