package dev.fermata.runner.docker.location;

import dev.fermata.runner.docker.json.Json;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The proxies that the docker client's configuration gives to every container and build, as
 * variables in both spellings.
 */
public final class Proxies {
  private static final Map<String, String> VARIABLES =
      Map.of(
          "httpProxy", "HTTP_PROXY",
          "httpsProxy", "HTTPS_PROXY",
          "ftpProxy", "FTP_PROXY",
          "noProxy", "NO_PROXY",
          "allProxy", "ALL_PROXY");

  private Proxies() {}

  /** Those for the engine at this address, else the default ones. */
  public static SortedMap<String, String> of(ClientConfig config, String address) {
    Json all = config.settings().at("proxies");
    Json own = all.at(address);
    Json chosen = own.isAbsent() ? all.at("default") : own;
    var variables = new TreeMap<String, String>();
    chosen
        .textMembers()
        .forEach((key, value) -> {
          String name = VARIABLES.getOrDefault(key, "");
          if (!name.isEmpty() && !value.isEmpty()) {
            variables.put(name, value);
            variables.put(name.toLowerCase(Locale.ROOT), value);
          }
        });
    return Collections.unmodifiableSortedMap(variables);
  }
}
