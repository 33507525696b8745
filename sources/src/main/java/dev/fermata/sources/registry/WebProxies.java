package dev.fermata.sources.registry;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The proxies that the environment names, in {@code HTTPS_PROXY} and the like. */
final class WebProxies {
  private final Map<String, String> environment;

  WebProxies(Map<String, String> environment) {
    this.environment = environment;
  }

  Proxy to(URI address) {
    String host = String.valueOf(address.getHost());
    Optional<URI> proxy = isDirect(host) ? Optional.empty() : proxy(address.getScheme());
    return proxy
        .map(p -> new Proxy(Proxy.Type.HTTP, new InetSocketAddress(p.getHost(), port(p))))
        .orElse(Proxy.NO_PROXY);
  }

  private Optional<URI> proxy(String scheme) {
    return variable(scheme + "_proxy")
        .map(text -> URI.create(text.contains("://") ? text : "http://" + text))
        .filter(uri -> uri.getHost() != null);
  }

  private static int port(URI proxy) {
    return proxy.getPort() < 0 ? 80 : proxy.getPort();
  }

  private boolean isDirect(String host) {
    return isLocal(host)
        || Arrays.stream(variable("no_proxy").orElse("").split(","))
            .map(String::strip)
            .filter(entry -> !entry.isEmpty())
            .map(entry -> entry.startsWith(".") ? entry.substring(1) : entry)
            .anyMatch(
                entry -> entry.equals("*") || host.equals(entry) || host.endsWith("." + entry));
  }

  static boolean isLocal(String host) {
    return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name))
        .or(() -> Optional.ofNullable(environment.get(name.toUpperCase(Locale.ROOT))))
        .filter(text -> !text.isEmpty());
  }
}
