package dev.fermata.runner.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.transport.DockerHttpClient;
import dev.fermata.runner.docker.buildx.BuildxPlugin;
import dev.fermata.runner.docker.call.Api;
import dev.fermata.runner.docker.image.RegistryLogins;
import dev.fermata.runner.docker.location.ApiVersion;
import dev.fermata.runner.docker.location.ClientConfig;
import dev.fermata.runner.docker.location.EngineLocation;
import dev.fermata.runner.docker.location.Proxies;
import dev.fermata.runner.docker.plugin.DockerPlugins;
import dev.fermata.runner.docker.transport.ClientTransport;
import dev.fermata.runner.docker.typed.TypedClient;
import dev.fermata.runner.engine.ContainerFiles;
import dev.fermata.runner.engine.Containers;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.engine.EngineSystem;
import dev.fermata.runner.engine.Events;
import dev.fermata.runner.engine.Images;
import dev.fermata.runner.engine.Networks;
import dev.fermata.runner.engine.Plugins;
import dev.fermata.runner.engine.Volumes;
import java.util.Map;
import java.util.Optional;

/** An engine that speaks the Docker API. Nothing is sent before the first call. */
public final class DockerEngine implements Engine {
  private final Api api;
  private final EngineSystem system;
  private final Containers containers;
  private final Networks networks;
  private final Volumes volumes;
  private final Images images;
  private final Plugins plugins;

  private DockerEngine(
      Api api, ClientConfig config, Proxies proxies, Map<String, String> environment) {
    var holders = new Holders(api);
    var attachments = new Attachments(api);
    this.api = api;
    this.system = new DockerSystem(api);
    var logins = new RegistryLogins(config);
    this.containers = new DockerContainers(api, proxies, holders, attachments, logins);
    this.networks = new DockerNetworks(api, holders, attachments);
    this.volumes = new DockerVolumes(api, holders);
    this.images =
        new DockerImages(
            api, holders, logins, proxies, new BuildxPlugin(config, environment, proxies));
    this.plugins = new DockerPlugins(config, environment);
  }

  /** The engine that the docker client would use with this environment. */
  public static DockerEngine connect(Map<String, String> environment) {
    var config = ClientConfig.of(environment);
    var location = EngineLocation.find(environment, config);
    return new DockerEngine(
        new Api(location, pinnedVersion(environment)),
        config,
        new Proxies(config, location.address().toString()),
        environment);
  }

  /**
   * The engine that this client reaches, which a Java program has already. {@code address} says
   * where that is, in the form of {@code DOCKER_HOST}; logins and proxies are looked up as the
   * docker client does in this environment. The client stays open when the engine is closed.
   */
  public static DockerEngine through(
      DockerHttpClient client, String address, Map<String, String> environment) {
    var config = ClientConfig.of(environment);
    var transport = new ClientTransport(client, address);
    return new DockerEngine(
        new Api(transport, "the client that was given", pinnedVersion(environment)),
        config,
        new Proxies(config, address),
        environment);
  }

  /** The same through the HTTP client of docker-java's typed one. */
  public static DockerEngine through(
      DockerClient client, String address, Map<String, String> environment) {
    if (client instanceof DockerClientImpl typed && typed.getHttpClient() != null) {
      return through(typed.getHttpClient(), address, environment);
    }
    throw new IllegalArgumentException(
        "a " + client.getClass().getName() + " does not tell its HTTP client: pass that one");
  }

  private static Optional<ApiVersion> pinnedVersion(Map<String, String> environment) {
    return Optional.ofNullable(environment.get("DOCKER_API_VERSION"))
        .filter(text -> !text.isEmpty())
        .map(ApiVersion::of);
  }

  /**
   * docker-java's typed client on the same connections, for what this port has no call for. Closing
   * it closes this engine.
   */
  public DockerClient client() {
    return TypedClient.on(api);
  }

  @Override
  public EngineSystem system() {
    return system;
  }

  @Override
  public Containers containers() {
    return containers;
  }

  @Override
  public ContainerFiles files() {
    return new DockerFiles(api);
  }

  @Override
  public Networks networks() {
    return networks;
  }

  @Override
  public Volumes volumes() {
    return volumes;
  }

  @Override
  public Images images() {
    return images;
  }

  @Override
  public Events events() {
    return new DockerEvents(api);
  }

  @Override
  public Plugins plugins() {
    return plugins;
  }

  @Override
  public void close() {
    api.close();
  }
}
