package dev.fermata.runner.docker.build;

import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Further hosts of a build, {@code NAME=ADDRESS}. BuildKit wants addresses: what {@code
 * host-gateway} stands for has to be asked for before.
 */
record BuildHosts(List<String> hosts, Supplier<String> gateway) {
  private static final String GATEWAY = "host-gateway";

  String text() {
    return hosts.stream().map(this::one).collect(Collectors.joining(","));
  }

  private String one(String host) {
    int equals = host.indexOf('=');
    int cut = equals < 0 ? host.indexOf(':') : equals;
    if (cut <= 0) {
      throw new EngineException(
          Kind.INVALID, "the host `" + host + "` in `build.extra_hosts` has no address", "");
    }
    String address = host.substring(cut + 1);
    String bare = address.replaceFirst("^\\[(.*)]$", "$1");
    return host.substring(0, cut) + "=" + (bare.equals(GATEWAY) ? gateway.get() : bare);
  }
}
