package dev.fermata.runner.docker.location;

import dev.fermata.runner.docker.json.Json;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The proxies that the docker client's configuration gives to every container and build, as
 * variables in both spellings: those for the engine at an address, else the default ones.
 */
public record Proxies(ClientConfig config, String address) {
  private static final Map<String, String> VARIABLES =
      Map.of(
          "httpProxy", "HTTP_PROXY",
          "httpsProxy", "HTTPS_PROXY",
          "ftpProxy", "FTP_PROXY",
          "noProxy", "NO_PROXY",
          "allProxy", "ALL_PROXY");

  public SortedMap<String, String> variables() {
    Json own = config.mapping("proxies").at(address);
    String chosen = own.isAbsent() ? "default" : address;
    var variables = new TreeMap<String, String>();
    config
        .mapping("proxies", chosen)
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
