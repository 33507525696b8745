package dev.fermata.runner.docker.location;

import static dev.fermata.runner.docker.location.ClientConfig.set;

import dev.fermata.runner.docker.json.Json;
import dev.fermata.runner.docker.transport.Address;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the engine is, and who said so ({@code DOCKER_HOST}, a context, ...). */
public record EngineLocation(Address address, String origin) {
  private static final Address DEFAULT = new Address.Unix("/var/run/docker.sock");

  /** Set to anything, they make the docker client speak TLS, over a local socket as well. */
  private static final List<String> TLS_VARIABLES = List.of("DOCKER_TLS_VERIFY", "DOCKER_TLS");

  /** In the docker client's order: DOCKER_HOST, DOCKER_CONTEXT, the current context, the socket. */
  public static EngineLocation find(Map<String, String> environment, ClientConfig config) {
    Optional<String> host = set(environment, "DOCKER_HOST");
    if (host.isPresent()) {
      return ofHost(host.get(), environment);
    }
    Optional<String> named = set(environment, "DOCKER_CONTEXT");
    String origin = named.isPresent() ? "DOCKER_CONTEXT" : "the current context";
    return named
        .or(() -> config.text("currentContext"))
        .filter(name -> !name.equals("default"))
        .map(name -> ofContext(name, origin, config.folder()))
        .orElseGet(() -> ofDefault(environment));
  }

  private static EngineLocation ofHost(String host, Map<String, String> environment) {
    refuseTls(host, environment, TLS_VARIABLES);
    EngineLocation found = parsed(host, "DOCKER_HOST", Security.PLAIN);
    if (found.address() instanceof Address.Tcp) {
      refuseTls(host, environment, List.of("DOCKER_CERT_PATH"));
    }
    return found;
  }

  private static EngineLocation ofDefault(Map<String, String> environment) {
    refuseTls(DEFAULT.toString(), environment, TLS_VARIABLES);
    return new EngineLocation(DEFAULT, "the default socket");
  }

  /** What asks for encryption is never left out unseen. Contexts say themselves what they need. */
  private static void refuseTls(
      String host, Map<String, String> environment, List<String> variables) {
    variables.stream()
        .filter(variable -> set(environment, variable).isPresent())
        .findFirst()
        .ifPresent(variable -> {
          throw notYet("TLS", host, "`" + variable + "` asks for TLS");
        });
  }

  private enum Security {
    PLAIN,
    TLS
  }

  private static EngineLocation ofContext(String name, String origin, Path folder) {
    Path contexts = folder.resolve("contexts");
    Path meta = contexts.resolve("meta").resolve(digest(name)).resolve("meta.json");
    Json endpoint = ClientConfig.read(meta).at("Endpoints", "docker");
    if (endpoint.isAbsent()) {
      throw new EngineException(
          Kind.MISCONFIGURED,
          "the Docker context `" + name + "` (from " + origin + ") does not exist",
          "looked in " + contexts.resolve("meta") + "; `docker context ls` lists what there is");
    }
    boolean tls = Files.isDirectory(contexts.resolve("tls").resolve(digest(name)));
    String from = "the context `" + name + "`";
    return parsed(endpoint.text("Host"), from, tls ? Security.TLS : Security.PLAIN);
  }

  private static EngineLocation parsed(String host, String origin, Security security) {
    int scheme = host.indexOf("://");
    String kind = scheme < 0 ? "tcp" : host.substring(0, scheme);
    String rest = scheme < 0 ? host : host.substring(scheme + 3);
    return switch (kind) {
      case "unix" -> new EngineLocation(new Address.Unix(rest), origin);
      case "tcp", "http" -> {
        if (security == Security.TLS) {
          throw notYet("TLS", host, "from " + origin);
        }
        yield new EngineLocation(tcp(rest, host, origin), origin);
      }
      case "https" -> throw notYet("TLS", host, "from " + origin);
      case "ssh", "npipe", "fd" -> throw notYet(kind, host, "from " + origin);
      default -> throw notAnAddress(host, origin);
    };
  }

  private static Address tcp(String rest, String host, String origin) {
    String authority = rest.replaceFirst("/.*", "");
    int colon = authority.lastIndexOf(':');
    boolean hasPort = colon > authority.lastIndexOf(']');
    String name = (hasPort ? authority.substring(0, colon) : authority).replaceAll("[\\[\\]]", "");
    if (hasPort && !authority.substring(colon + 1).matches("\\d{1,5}")) {
      throw notAnAddress(host, origin);
    }
    int port = hasPort ? Integer.parseInt(authority.substring(colon + 1)) : 2375;
    return new Address.Tcp(name.isEmpty() ? "127.0.0.1" : name, port);
  }

  private static EngineException notYet(String what, String host, String because) {
    return new EngineException(
        Kind.NOT_SUPPORTED,
        "cannot reach an engine over " + what + " yet: `" + host + "` (" + because + ")",
        "unix:// and tcp:// work; an SSH tunnel to the remote socket serves as unix://");
  }

  private static EngineException notAnAddress(String host, String origin) {
    return new EngineException(
        Kind.MISCONFIGURED,
        "`" + host + "` (from " + origin + ") is not an engine's address",
        "such as unix:///var/run/docker.sock or tcp://host:2375");
  }

  private static String digest(String name) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(name.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("bug: every Java has SHA-256", e);
    }
  }
}
