package dev.fermata.runner.docker;

import dev.fermata.model.NetworkAttachment;
import dev.fermata.model.Platform;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.spec.AnonymousVolumes;
import dev.fermata.planner.spec.ContainerFile;
import dev.fermata.planner.spec.ContainerSpec;
import dev.fermata.runner.docker.call.Api;
import dev.fermata.runner.docker.call.Call;
import dev.fermata.runner.docker.call.Query;
import dev.fermata.runner.docker.create.CreateRefusal;
import dev.fermata.runner.docker.create.CreateTable;
import dev.fermata.runner.docker.image.RegistryLogins;
import dev.fermata.runner.docker.json.Json;
import dev.fermata.runner.docker.json.JsonObject;
import dev.fermata.runner.docker.location.ApiVersion;
import dev.fermata.runner.docker.location.Proxies;
import dev.fermata.runner.docker.read.Inspection;
import dev.fermata.runner.docker.read.Listings;
import dev.fermata.runner.docker.read.ObservedReading;
import dev.fermata.runner.docker.read.StatsReading;
import dev.fermata.runner.docker.stream.ContainerLogs;
import dev.fermata.runner.docker.stream.ContainerProcess;
import dev.fermata.runner.docker.stream.ContainerStatsStream;
import dev.fermata.runner.docker.stream.ExecProcess;
import dev.fermata.runner.docker.stream.ExecSession;
import dev.fermata.runner.docker.transport.Outgoing;
import dev.fermata.runner.docker.transport.Reply;
import dev.fermata.runner.docker.typed.TypedContainers;
import dev.fermata.runner.engine.ContainerContact;
import dev.fermata.runner.engine.ContainerDetail;
import dev.fermata.runner.engine.Containers;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.ExecRequest;
import dev.fermata.runner.engine.ExecResult;
import dev.fermata.runner.engine.JoinedProcess;
import dev.fermata.runner.engine.JoinedProcess.Until;
import dev.fermata.runner.engine.LogRequest;
import dev.fermata.runner.engine.LogStream;
import dev.fermata.runner.engine.StatsStream;
import dev.fermata.runner.engine.StreamRequest;
import dev.fermata.runner.engine.StreamRequest.TerminalSize;
import dev.fermata.runner.engine.listing.ContainerQuery;
import dev.fermata.runner.engine.listing.ContainerStats;
import dev.fermata.runner.engine.listing.DescribedContainer;
import dev.fermata.runner.engine.listing.ProcessTable;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The containers of a real engine. */
record DockerContainers(
    Api api, Proxies proxies, Holders holders, Attachments attachments, RegistryLogins logins)
    implements Containers {
  /** The address of no machine. */
  private static final String NOWHERE = "0.0.0.0";

  @Override
  public void requireSupported(ContainerSpec spec) {
    platform(spec);
    CreateTable.connectedLater(spec, api.version())
        .forEach(later -> CreateTable.endpoint(spec, api.version(), later));
    CreateTable.body(spec, version(spec), Collections.emptySortedMap());
  }

  @Override
  public String create(ContainerSpec spec) {
    try {
      return make(spec);
    } catch (EngineException refusal) {
      throw holders.told(refusal, told -> holders.ofName(told, spec.name()));
    }
  }

  private String make(ContainerSpec spec) {
    Query path =
        Query.of("/containers/create").with("name", spec.name()).with("platform", platform(spec));
    List<NetworkAttachment> further = CreateTable.connectedLater(spec, api.version());
    byte[] body = CreateTable.body(spec, version(spec), proxies.variables()).bytes();
    String id = created(spec, Outgoing.slow("POST", path.toString()).withJson(body));
    try {
      for (NetworkAttachment later : further) {
        JsonObject endpoint = CreateTable.endpoint(spec, api.version(), later);
        attachments.connect(id, endpoint, later);
      }
      return id;
    } catch (EngineException e) {
      remove(id, AnonymousVolumes.REMOVE);
      throw e;
    }
  }

  private ApiVersion version(ContainerSpec spec) {
    return api.version(CreateTable.wanted(spec));
  }

  private String created(ContainerSpec spec, Outgoing request) {
    try {
      var asked = Call.CREATE_CONTAINER.about(spec.image().text());
      return api.call(asked, request, version(spec)).text("Id");
    } catch (EngineException e) {
      throw CreateRefusal.of(spec, e);
    }
  }

  private Optional<String> platform(ContainerSpec spec) {
    Optional<Platform> platform = spec.running().platform();
    platform.ifPresent(wanted -> CreateTable.requirePlatform(api.version(), spec.service()));
    return platform.map(Platform::toString);
  }

  @Override
  public void rename(String container, String to) {
    Query path = Query.of("/containers/{}/rename", container).with("name", to);
    holders.naming(() -> api.post(path), refusal -> holders.ofName(refusal, to));
  }

  @Override
  public void start(String container) {
    String path = Query.of("/containers/{}/start", container).toString();
    holders.naming(
        () -> api.call(Outgoing.slow("POST", path)),
        refusal -> holders.atStart(refusal, container));
  }

  /** The engine answers when the container has ended, however long its grace period is. */
  @Override
  public void stop(String container, Optional<Duration> timeout) {
    Query path =
        Query.of("/containers/{}/stop", container)
            .with("t", timeout.map(time -> String.valueOf(wholeSeconds(time))));
    api.call(Outgoing.call("POST", path.toString()).withoutDeadline());
  }

  private static long wholeSeconds(Duration time) {
    return time.plusNanos(999_999_999).toSeconds();
  }

  @Override
  public void kill(String container, String signal) {
    api.post(Query.of("/containers/{}/kill", container).with("signal", signal));
  }

  @Override
  public void pause(String container) {
    api.post(Query.of("/containers/{}/pause", container));
  }

  @Override
  public void unpause(String container) {
    api.post(Query.of("/containers/{}/unpause", container));
  }

  @Override
  public int awaitEnd(String container) {
    String path = Query.of("/containers/{}/wait", container).toString();
    return api.call(Outgoing.call("POST", path).withoutDeadline()).integer("StatusCode");
  }

  @Override
  public void remove(String container, AnonymousVolumes volumes) {
    Query path =
        Query.of("/containers/{}", container)
            .with("force", "1")
            .with("v", volumes == AnonymousVolumes.REMOVE ? "1" : "0");
    try {
      api.delete(path);
    } catch (EngineException e) {
      if (e.kind() == Kind.CONFLICT && e.detail().contains("already in progress")) {
        awaitRemoval(container);
      } else if (e.kind() != Kind.NOT_FOUND) {
        throw e;
      }
    }
  }

  /** Somebody else removes it; its name is free only when that is done. */
  private void awaitRemoval(String container) {
    Query path = Query.of("/containers/{}/wait", container).with("condition", "removed");
    try {
      api.call(Outgoing.call("POST", path.toString()).withoutDeadline());
    } catch (EngineException e) {
      if (e.kind() != Kind.NOT_FOUND) {
        throw e;
      }
    }
  }

  @Override
  public ContainerDetail inspect(String container) {
    String path = Query.of("/containers/{}/json", container).toString();
    try (Reply reply = api.open(Outgoing.call("GET", path))) {
      Json item = Json.parse(reply.getBody().readAllBytes());
      return Inspection.container(item, Api.time(reply));
    } catch (IOException e) {
      throw api.failure(e);
    }
  }

  @Override
  public ContainerContact contact(String container) {
    return Inspection.contact(
        api.get(Query.of("/containers/{}/json", container)), this::defaultGateway);
  }

  /** An engine may have no default network. */
  private String defaultGateway() {
    try {
      return api.get(Query.of("/networks/{}", "bridge")).at("IPAM", "Config").items().stream()
          .flatMap(config -> config.at("Gateway").maybe().stream())
          .findFirst()
          .orElse(NOWHERE);
    } catch (EngineException e) {
      if (e.kind() == EngineException.Kind.NOT_FOUND) {
        return NOWHERE;
      }
      throw e;
    }
  }

  @Override
  public DescribedContainer describe(String container) {
    return new TypedContainers(api).describe(container);
  }

  @Override
  public void putFiles(String container, List<ContainerFile> files) {
    String path = Query.of("/containers/{}/archive", container).with("path", "/").toString();
    var body = new Outgoing.Bytes(new FileArchive(logins).of(files), "application/x-tar");
    api.call(Outgoing.call("PUT", path).withBody(body));
  }

  @Override
  public ExecResult exec(String container, ExecRequest request, Duration timeout) {
    return new ExecSession(api).run(container, request, timeout);
  }

  @Override
  public List<ObservedContainer> list(ContainerQuery query) {
    var filters = new JsonObject().put("label", query.labels());
    String all = query.reach() == ContainerQuery.Reach.ALL ? "1" : "0";
    return api.get(Query.of("/containers/json").with("all", all).filters(filters)).items().stream()
        .map(ObservedReading::container)
        .toList();
  }

  @Override
  public JoinedProcess exec(String container, ExecRequest request, StreamRequest streams) {
    return ExecProcess.begin(api, container, request, streams);
  }

  @Override
  public void execDetached(String container, ExecRequest request, Optional<TerminalSize> terminal) {
    ExecProcess.beginDetached(api, container, request, terminal);
  }

  @Override
  public ProcessTable top(String container) {
    return Listings.processes(api.get(Query.of("/containers/{}/top", container)));
  }

  @Override
  public ContainerStats stats(String container) {
    Query path = Query.of("/containers/{}/stats", container).with("stream", "0");
    return StatsReading.of(api.get(path));
  }

  @Override
  public StatsStream followStats(String container) {
    return ContainerStatsStream.open(api, container);
  }

  @Override
  public JoinedProcess attach(String container, StreamRequest streams, Until until) {
    return ContainerProcess.join(api, container, streams, until);
  }

  @Override
  public LogStream logs(String container, LogRequest request) {
    return ContainerLogs.open(api, container, request);
  }
}
