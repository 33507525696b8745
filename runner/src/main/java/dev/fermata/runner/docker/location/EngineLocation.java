package dev.fermata.runner.docker.location;

import static dev.fermata.runner.docker.location.ClientConfig.set;

import dev.fermata.model.digest.Sha256;
import dev.fermata.runner.docker.json.Json;
import dev.fermata.runner.docker.transport.Address;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the engine is, and who said so ({@code DOCKER_HOST}, a context, ...). */
public record EngineLocation(Address address, String origin) {
  private static final String DEFAULT = "unix:///var/run/docker.sock";

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
    Optional<String> tls = tlsIn(environment, TLS_VARIABLES);
    Optional<String> certificates = tlsIn(environment, List.of("DOCKER_CERT_PATH"));
    return new EngineLocation(
        address(host, "DOCKER_HOST", new Encryption(tls, tls.or(() -> certificates))),
        "DOCKER_HOST");
  }

  private static EngineLocation ofDefault(Map<String, String> environment) {
    Optional<String> tls = tlsIn(environment, TLS_VARIABLES);
    Address address = address(DEFAULT, "the default socket", new Encryption(tls, tls));
    return new EngineLocation(address, "the default socket");
  }

  /** What in the environment asks for it. Contexts say themselves what they need. */
  private static Optional<String> tlsIn(Map<String, String> environment, List<String> variables) {
    return variables.stream()
        .filter(variable -> set(environment, variable).isPresent())
        .findFirst()
        .map(variable -> "`" + variable + "` asks for TLS");
  }

  /** What asks for TLS where the address is a local socket, and where it is a port. */
  private record Encryption(Optional<String> ofSocket, Optional<String> ofPort) {}

  private static EngineLocation ofContext(String name, String origin, Path folder) {
    Path contexts = folder.resolve("contexts");
    Path meta = contexts.resolve("meta").resolve(Sha256.hex(name)).resolve("meta.json");
    Json endpoint = ClientConfig.read(meta).at("Endpoints", "docker");
    if (endpoint.isAbsent()) {
      throw new EngineException(
          Kind.MISCONFIGURED,
          "the Docker context `" + name + "` (from " + origin + ") does not exist",
          "looked in " + contexts.resolve("meta") + "; `docker context ls` lists what there is");
    }
    String from = "the context `" + name + "`";
    Optional<String> tls =
        Optional.of("from " + from)
            .filter(
                because -> Files.isDirectory(contexts.resolve("tls").resolve(Sha256.hex(name))));
    var encryption = new Encryption(Optional.empty(), tls);
    return new EngineLocation(address(endpoint.text("Host"), from, encryption), from);
  }

  private static Address address(String host, String origin, Encryption encryption) {
    int scheme = host.indexOf("://");
    String kind = scheme < 0 ? "tcp" : host.substring(0, scheme);
    String rest = scheme < 0 ? host : host.substring(scheme + 3);
    return switch (kind) {
      case "unix" -> secured(new Address.Unix(rest), host, encryption.ofSocket());
      case "tcp", "http" -> secured(tcp(rest, host, origin), host, encryption.ofPort());
      case "https" ->
          secured(
              tcp(rest, host, origin),
              host,
              encryption.ofPort().or(() -> Optional.of("from " + origin)));
      case "ssh", "npipe", "fd" -> throw notYet(kind, host, "from " + origin);
      default -> throw notAnAddress(host, origin);
    };
  }

  /** The one place where encryption is put around an address; what asks for it is never ignored. */
  private static Address secured(Address address, String host, Optional<String> tls) {
    tls.ifPresent(because -> {
      throw notYet("TLS", host, because);
    });
    return address;
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
}
