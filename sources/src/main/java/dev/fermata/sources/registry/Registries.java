package dev.fermata.sources.registry;

import dev.fermata.model.load.remote.OciReference;
import dev.fermata.sources.registry.RegistryAccess.Right;
import dev.fermata.sources.trust.Trust;
import java.util.List;
import java.util.Map;

/** What holds for all registries that a program speaks to. */
record Registries(
    Map<String, String> environment, List<String> insecure, Logins logins, Patience patience) {
  Registries {
    environment = Map.copyOf(environment);
    insecure = List.copyOf(insecure);
  }

  Registry of(OciReference reference, Right right) {
    return new Registry(reference, right, this);
  }

  Web web(OciReference reference) {
    return new Web(environment, new Trust(environment, reference.registry()));
  }

  /** Whether it is spoken to without encryption since the user says so. */
  boolean isInsecure(OciReference reference) {
    return insecure.contains(reference.registry());
  }
}
