package dev.fermata.runner.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.transport.DockerHttpClient;
import dev.fermata.model.ImageRef;
import dev.fermata.model.NetworkAttachment;
import dev.fermata.model.ProjectName;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.Action.AnonymousVolumes;
import dev.fermata.planner.BuildRequest;
import dev.fermata.planner.ContainerFile;
import dev.fermata.planner.ContainerSpec;
import dev.fermata.planner.NetworkSpec;
import dev.fermata.planner.VolumeSpec;
import dev.fermata.planner.observed.Observed;
import dev.fermata.runner.docker.archive.TarEntry;
import dev.fermata.runner.docker.archive.TarWriter;
import dev.fermata.runner.docker.call.Api;
import dev.fermata.runner.docker.call.Query;
import dev.fermata.runner.docker.image.ClassicBuild;
import dev.fermata.runner.docker.image.Pull;
import dev.fermata.runner.docker.image.RegistryLogins;
import dev.fermata.runner.docker.json.Json;
import dev.fermata.runner.docker.json.JsonObject;
import dev.fermata.runner.docker.location.ApiVersion;
import dev.fermata.runner.docker.location.ClientConfig;
import dev.fermata.runner.docker.location.EngineLocation;
import dev.fermata.runner.docker.location.Proxies;
import dev.fermata.runner.docker.read.Inspection;
import dev.fermata.runner.docker.stream.ContainerLogs;
import dev.fermata.runner.docker.stream.Execution;
import dev.fermata.runner.docker.stream.ProjectEvents;
import dev.fermata.runner.docker.transport.ClientTransport;
import dev.fermata.runner.docker.transport.Outgoing;
import dev.fermata.runner.engine.ContainerDetail;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.EngineVersion;
import dev.fermata.runner.engine.EventStream;
import dev.fermata.runner.engine.ExecRequest;
import dev.fermata.runner.engine.ExecResult;
import dev.fermata.runner.engine.ImageDetail;
import dev.fermata.runner.engine.ImageProgress;
import dev.fermata.runner.engine.LogRequest;
import dev.fermata.runner.engine.LogStream;
import dev.fermata.runner.engine.ObserveRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;

/** An engine that speaks the Docker API. Nothing is sent before the first call. */
public final class DockerEngine implements Engine {
  private final Api api;
  private final RegistryLogins logins;
  private final SortedMap<String, String> proxies;
  private final Containers containers;
  private final Holders holders;

  private DockerEngine(Api api, RegistryLogins logins, SortedMap<String, String> proxies) {
    this.api = api;
    this.logins = logins;
    this.proxies = proxies;
    this.containers = new Containers(api, proxies);
    this.holders = new Holders(api);
  }

  /** The engine that the docker client would use with this environment. */
  public static DockerEngine connect(Map<String, String> environment) {
    var config = ClientConfig.of(environment);
    var location = EngineLocation.find(environment, config);
    return new DockerEngine(
        new Api(location, pinnedVersion(environment)),
        new RegistryLogins(config),
        Proxies.of(config, location.address().toString()));
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
        new RegistryLogins(config),
        Proxies.of(config, address));
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
  public EngineVersion version() {
    Json version = api.get(Query.of("/version"));
    String platform = version.at("Platform", "Name").maybe().orElse("Docker Engine");
    return new EngineVersion(
        platform,
        version.text("Version"),
        api.version().toString(),
        version.text("Os"),
        version.text("Arch"));
  }

  /** Behind a socket may be a virtual machine, whose paths are then not to be found here. */
  @Override
  public boolean sharesFiles() {
    return api.transport().isLocal();
  }

  @Override
  public Observed observe(ObserveRequest request) {
    return new Observation(api, request).take();
  }

  @Override
  public void createNetwork(NetworkSpec network) {
    JsonObject body = NetworkCreation.body(network, api.version());
    holders.naming(
        () -> api.post(Query.of("/networks/create"), body.bytes()),
        refusal -> holders.ofNetwork(refusal, network));
  }

  @Override
  public void removeNetwork(String idOrName) {
    holders.naming(
        () -> removed(() -> api.delete(Query.of("/networks/{}", idOrName))),
        refusal -> holders.usersOfNetwork(refusal, idOrName));
  }

  @Override
  public void connect(String container, ServiceName service, NetworkAttachment attachment) {
    containers.connect(container, service, attachment);
  }

  @Override
  public void disconnect(String container, String network) {
    containers.disconnect(container, network);
  }

  @Override
  public void createVolume(VolumeSpec volume) {
    var body =
        new JsonObject()
            .put("Name", volume.name())
            .put("Driver", volume.driver())
            .put("DriverOpts", JsonObject.of(volume.driverOptions()))
            .put("Labels", JsonObject.of(volume.labels()));
    api.post(Query.of("/volumes/create"), body.bytes());
  }

  @Override
  public void removeVolume(String name) {
    holders.naming(
        () -> removed(() -> api.delete(Query.of("/volumes/{}", name))),
        refusal -> holders.usersOfVolume(refusal, name));
  }

  @Override
  public void pull(ImageRef image, Optional<String> platform, Consumer<ImageProgress> progress) {
    new Pull(api, logins).run(image, platform, progress);
  }

  @Override
  public String build(BuildRequest request, Consumer<ImageProgress> progress) {
    return new ClassicBuild(api, logins, proxies).run(request, progress);
  }

  @Override
  public Optional<ImageDetail> inspectImage(String reference) {
    try {
      return Optional.of(Inspection.image(api.get(Query.of("/images/{}/json", reference))));
    } catch (EngineException e) {
      if (isAbsence(e)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public void removeImage(String reference) {
    holders.naming(
        () -> removed(() -> api.delete(Query.of("/images/{}", reference))),
        refusal -> holders.usersOfImage(refusal, reference));
  }

  @Override
  public String createContainer(ContainerSpec spec) {
    try {
      return containers.create(spec);
    } catch (EngineException refusal) {
      throw holders.told(refusal, told -> holders.ofName(told, spec.name()));
    }
  }

  @Override
  public void rename(String container, String to) {
    holders.naming(() -> containers.rename(container, to), refusal -> holders.ofName(refusal, to));
  }

  @Override
  public void start(String container) {
    holders.naming(
        () -> containers.start(container), refusal -> holders.atStart(refusal, container));
  }

  @Override
  public void stop(String container, Optional<Duration> timeout) {
    containers.stop(container, timeout);
  }

  @Override
  public void kill(String container, String signal) {
    containers.kill(container, signal);
  }

  @Override
  public void remove(String container, AnonymousVolumes volumes) {
    containers.remove(container, volumes);
  }

  @Override
  public ContainerDetail inspect(String container) {
    return containers.inspect(container);
  }

  @Override
  public void putFiles(String container, List<ContainerFile> files) {
    var archive = new ByteArrayOutputStream();
    try {
      var tar = new TarWriter(archive);
      for (ContainerFile file : files) {
        byte[] content = file.content().reveal().getBytes(StandardCharsets.UTF_8);
        String name = file.path().replaceFirst("^/+", "");
        var entry = TarEntry.file(name, file.mode(), content.length, Instant.now());
        tar.file(entry.ownedBy(file.uid(), file.gid()), content);
      }
      tar.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String path = Query.of("/containers/{}/archive", container).with("path", "/").toString();
    var body = new Outgoing.Bytes(archive.toByteArray(), "application/x-tar");
    api.call(Outgoing.call("PUT", path).withBody(body));
  }

  @Override
  public ExecResult exec(String container, ExecRequest request, Duration timeout) {
    return new Execution(api).run(container, request, timeout);
  }

  @Override
  public EventStream events(ProjectName project) {
    return ProjectEvents.open(api, project, Instant.now());
  }

  @Override
  public LogStream logs(String container, LogRequest request) {
    return ContainerLogs.open(api, container, request);
  }

  private static void removed(Runnable removal) {
    try {
      removal.run();
    } catch (EngineException e) {
      if (!isAbsence(e)) {
        throw e;
      }
    }
  }

  private static boolean isAbsence(EngineException e) {
    return e.kind() == Kind.NOT_FOUND || e.kind() == Kind.IMAGE_NOT_FOUND;
  }

  @Override
  public void close() {
    api.close();
  }
}
