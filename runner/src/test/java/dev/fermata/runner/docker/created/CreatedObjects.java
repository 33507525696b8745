package dev.fermata.runner.docker.created;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fermata.runner.docker.call.Api;
import dev.fermata.runner.docker.call.Query;
import dev.fermata.runner.docker.json.Json;
import dev.fermata.runner.docker.json.JsonObject;
import dev.fermata.runner.docker.transport.Outgoing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a project has on the engine: read, reduced to what its file decides, and taken away. */
record CreatedObjects(Api api, String project) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** {@code asked} are the bodies of the create calls, by container. */
  SortedMap<String, Object> reduced(String compose, Map<String, String> asked) {
    var names = new Names();
    containers().forEach(it -> names.add(it.text("Id"), name(it)));
    networks().forEach(it -> names.add(it.text("Id"), it.text("Name")));
    var reduction = new Reduction(compose);
    var objects = new TreeMap<String, Object>();
    var ofSystem = new TreeMap<String, Object>();
    asked.forEach(
        (name, body) -> reduction.ofSystem(parsed(body)).ifPresent(it -> ofSystem.put(name, it)));
    var containers = new TreeMap<String, Object>();
    containers().stream()
        .filter(it -> !ofSystem.containsKey(name(it)))
        .forEach(it ->
            containers.put(
                name(it), reduction.container(read("containers", it.text("Id"), names))));
    objects.put("asked", ofSystem);
    objects.put("containers", containers);
    var networks = new TreeMap<String, Object>();
    networks()
        .forEach(it ->
            networks.put(
                it.text("Name"), reduction.network(read("networks", it.text("Id"), names))));
    objects.put("networks", networks);
    var volumes = new TreeMap<String, Object>();
    volumes()
        .forEach(it ->
            volumes.put(
                it.text("Name"), reduction.volume(read("volumes", it.text("Name"), names))));
    objects.put("volumes", volumes);
    return objects;
  }

  /** Removes whatever there is of the project. */
  void remove() {
    containers()
        .forEach(it ->
            api.delete(
                Query.of("/containers/{}", it.text("Id")).with("force", "1").with("v", "1")));
    networks().forEach(it -> api.delete(Query.of("/networks/{}", it.text("Id"))));
    volumes().forEach(it -> api.delete(Query.of("/volumes/{}", it.text("Name"))));
  }

  static Map<?, ?> parsed(String json) {
    try {
      return JSON.readValue(json, Map.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Object value) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Json container) {
    return container.texts("Names").stream()
        .filter(name -> name.indexOf('/', 1) < 0)
        .findFirst()
        .orElseThrow()
        .substring(1);
  }

  private List<Json> containers() {
    return list(Query.of("/containers/json").with("all", "1")).items();
  }

  private List<Json> networks() {
    return list(Query.of("/networks")).items();
  }

  private List<Json> volumes() {
    return list(Query.of("/volumes")).at("Volumes").items();
  }

  private Json list(Query query) {
    var label = List.of("com.docker.compose.project=" + project);
    return api.get(query.filters(new JsonObject().put("label", label)));
  }

  private Map<?, ?> read(String kind, String id, Names names) {
    String suffix = kind.equals("containers") ? "/json" : "";
    var call = Outgoing.call("GET", Query.of("/" + kind + "/{}" + suffix, id).toString());
    try (var reply = api.open(call)) {
      String text = new String(reply.getBody().readAllBytes(), StandardCharsets.UTF_8);
      return parsed(names.instead(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names where the engine has ids, long or short. */
  private static final class Names {
    private final Map<String, String> byId = new TreeMap<>();

    void add(String id, String name) {
      byId.put(id, "<id of " + name + ">");
    }

    String instead(String text) {
      String named = text;
      for (var entry : byId.entrySet()) {
        named = named.replace(entry.getKey(), entry.getValue());
      }
      for (var entry : byId.entrySet()) {
        named = named.replace(entry.getKey().substring(0, 12), entry.getValue());
      }
      return named;
    }
  }
}
