package dev.fermata.model.load.remote;

import dev.fermata.model.text.BooleanText;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether remote projects may be fetched. {@code environment} is the process environment alone: an
 * env file may come with what it would allow. {@code trusted} are the addresses that the user has
 * asked for by name, where that is consent enough, also to what they mean today alone.
 */
public record FetchPolicy(Consent consent, Map<String, String> environment, Set<String> trusted) {
  /** Whether the user allows it by a flag. */
  public enum Consent {
    GIVEN,
    NOT_GIVEN
  }

  public FetchPolicy {
    trusted = Set.copyOf(trusted);
  }

  boolean trusts(String address) {
    return trusted.contains(address);
  }

  boolean allows(String address) {
    return trusts(address)
        || consent == Consent.GIVEN
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
