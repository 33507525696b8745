package dev.fermata.cli.command;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code config} may list in place of the model. Of several, Docker Compose lists the first
 * one in its own order, which is this one.
 */
enum ConfigList {
  SERVICES,
  VOLUMES,
  NETWORKS,
  MODELS,
  HASH,
  PROFILES,
  IMAGES,
  VARIABLES,
  ENVIRONMENT;

  private static final Flag<Optional<String>> HASHED =
      Flag.text("SERVICE", "Only the hashes of services: `*`, or names with commas", "--hash");

  private static final Map<ConfigList, Flag<Boolean>> SWITCHES =
      new EnumMap<>(
          Map.of(
              SERVICES, Flag.off("Only the names of services", "--services"),
              VOLUMES, Flag.off("Only the names of volumes", "--volumes"),
              NETWORKS, Flag.off("Only the names of networks", "--networks"),
              MODELS, Flag.off("Only the AI models", "--models"),
              PROFILES, Flag.off("Only the names of profiles", "--profiles"),
              IMAGES, Flag.off("Only the names of images", "--images"),
              VARIABLES, Flag.off("Only the variables that the files refer to", "--variables"),
              ENVIRONMENT, Flag.off("Only what interpolation draws from", "--environment")));

  /** A list, and the services whose hashes are in it if it is that of hashes. */
  record Asked(ConfigList list, String hashed) {}

  static List<Flag<?>> flags() {
    var flags = new ArrayList<Flag<?>>(SWITCHES.values());
    flags.add(HASHED);
    return flags;
  }

  static Optional<Asked> of(Arguments given) {
    var asked = EnumSet.noneOf(ConfigList.class);
    SWITCHES.forEach((list, flag) -> {
      if (given.has(flag)) {
        asked.add(list);
      }
    });
    String hashed = given.get(HASHED).orElse("");
    if (!hashed.isEmpty()) {
      asked.add(HASH);
    }
    return asked.stream().findFirst().map(list -> new Asked(list, hashed));
  }
}
