package dev.fermata.runner.docker;

import dev.fermata.model.NetworkAttachment;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.Action.AnonymousVolumes;
import dev.fermata.planner.ContainerSpec;
import dev.fermata.runner.docker.call.Api;
import dev.fermata.runner.docker.call.Call;
import dev.fermata.runner.docker.call.Query;
import dev.fermata.runner.docker.create.CreateRefusal;
import dev.fermata.runner.docker.create.CreateTable;
import dev.fermata.runner.docker.create.Endpoint;
import dev.fermata.runner.docker.json.Json;
import dev.fermata.runner.docker.json.JsonObject;
import dev.fermata.runner.docker.read.Inspection;
import dev.fermata.runner.docker.transport.Outgoing;
import dev.fermata.runner.docker.transport.Reply;
import dev.fermata.runner.engine.ContainerDetail;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;

/** The life of containers. */
record Containers(Api api, SortedMap<String, String> proxies) {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");

  String create(ContainerSpec spec) {
    Query path =
        Query.of("/containers/create").with("name", spec.name()).with("platform", platform(spec));
    List<NetworkAttachment> further = CreateTable.connectedLater(spec, api.version());
    byte[] body = CreateTable.body(spec, api.version(), proxies).bytes();
    String id = created(spec, Outgoing.slow("POST", path.toString()).withJson(body));
    try {
      for (NetworkAttachment later : further) {
        JsonObject endpoint = CreateTable.endpoint(spec, api.version(), later);
        connect(id, endpoint, later);
      }
      return id;
    } catch (EngineException e) {
      remove(id, AnonymousVolumes.REMOVE);
      throw e;
    }
  }

  private String created(ContainerSpec spec, Outgoing request) {
    try {
      var asked = Call.CREATE_CONTAINER.about(spec.image().text());
      return api.call(asked, request).text("Id");
    } catch (EngineException e) {
      throw CreateRefusal.of(spec, e);
    }
  }

  private Optional<String> platform(ContainerSpec spec) {
    Optional<String> platform = spec.running().platform();
    platform.ifPresent(wanted -> CreateTable.requirePlatform(api.version(), spec.service()));
    return platform;
  }

  /** A handle that is a name is an alias too; by an id, the engine knows the name by itself. */
  void connect(String container, ServiceName service, NetworkAttachment attachment) {
    List<String> names = ID.matcher(container).matches() ? List.of() : List.of(container);
    connect(container, endpoint(names, service, attachment), attachment);
  }

  private void connect(String container, JsonObject endpoint, NetworkAttachment attachment) {
    var body = new JsonObject().put("Container", container).put("EndpointConfig", endpoint);
    api.post(Query.of("/networks/{}/connect", attachment.network()), body.bytes());
  }

  private JsonObject endpoint(
      List<String> names, ServiceName service, NetworkAttachment attachment) {
    var aliases = new ArrayList<>(names);
    aliases.add(service.text());
    return new Endpoint(api.version(), service).at(attachment, aliases, attachment.macAddress());
  }

  void disconnect(String container, String network) {
    var body = new JsonObject().put("Container", container).put("Force", true);
    api.post(Query.of("/networks/{}/disconnect", network), body.bytes());
  }

  void rename(String container, String to) {
    api.post(Query.of("/containers/{}/rename", container).with("name", to));
  }

  void start(String container) {
    api.call(Outgoing.slow("POST", Query.of("/containers/{}/start", container).toString()));
  }

  /** The engine answers when the container has ended, however long its grace period is. */
  void stop(String container, Optional<Duration> timeout) {
    Query path =
        Query.of("/containers/{}/stop", container)
            .with("t", timeout.map(time -> String.valueOf(wholeSeconds(time))));
    api.call(Outgoing.call("POST", path.toString()).withoutDeadline());
  }

  private static long wholeSeconds(Duration time) {
    return time.plusNanos(999_999_999).toSeconds();
  }

  void kill(String container, String signal) {
    api.post(Query.of("/containers/{}/kill", container).with("signal", signal));
  }

  void remove(String container, AnonymousVolumes volumes) {
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

  ContainerDetail inspect(String container) {
    String path = Query.of("/containers/{}/json", container).toString();
    try (Reply reply = api.open(Outgoing.call("GET", path))) {
      Json item = Json.parse(reply.getBody().readAllBytes());
      return Inspection.container(item, Inspection.date(reply.header("Date")));
    } catch (IOException e) {
      throw api.failure(e);
    }
  }
}
