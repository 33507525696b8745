package dev.fermata.cli;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Plays the part of an engine for a training run: it remembers what is created, and every check
 * succeeds. Knows just what those runs ask.
 */
final class PlayedEngine {
  private static final String VERSION =
      """
      {"Version":"20.10.24","ApiVersion":"1.41","MinAPIVersion":"1.12","Os":"linux","Arch":"amd64"}\
      """;
  private static final String IMAGE_ID = "sha256:" + "%064d".formatted(1);
  private static final String IMAGE =
      """
      {"Id":"%1$s","RepoTags":["training:1"],"RepoDigests":["training@%1$s"],"Size":1,\
      "Created":"2026-01-01T00:00:00Z","Architecture":"amd64","Os":"linux",\
      "Config":{"Cmd":["sh"],"Labels":null,"Env":[],"ExposedPorts":null,"Volumes":null}}\
      """
          .formatted(IMAGE_ID);

  /** What goes back. */
  record Answer(String status, String type, String body) {
    static final Answer DONE = new Answer("204 No Content", "application/json", "");
    static final Answer MISSING =
        new Answer("404 Not Found", "application/json", "{\"message\":\"no such thing\"}");

    static Answer of(String json) {
      return new Answer("200 OK", "application/json", json);
    }

    static Answer created(String id) {
      String body = "{\"Id\":\"" + id + "\",\"Warnings\":[]}";
      return new Answer("201 Created", "application/json", body);
    }
  }

  private record Container(String id, String name, String labels, String state) {
    Container in(String newState) {
      return new Container(id, name, labels, newState);
    }
  }

  private final Map<String, Container> containers = new TreeMap<>();
  private final Map<String, String> networks = new TreeMap<>();
  private final Map<String, String> volumes = new TreeMap<>();

  synchronized Answer answer(Request request) {
    return switch (request.part(1)) {
      case "_ping" -> new Answer("200 OK", "text/plain", "OK");
      case "version" -> Answer.of(VERSION);
      case "images" -> Answer.of(request.part(2).equals("json") ? "[" + IMAGE + "]" : IMAGE);
      case "networks" -> networks(request);
      case "volumes" -> volumes(request);
      case "exec" -> Answer.of("{\"ID\":\"e1\",\"Running\":false,\"ExitCode\":0}");
      case "containers" -> containers(request);
      default -> Answer.MISSING;
    };
  }

  private Answer networks(Request request) {
    if (request.is("POST", "/networks/create")) {
      String name = request.string("Name");
      networks.put(id(name), network(name, request.object("Labels")));
      return Answer.created(id(name));
    }
    if (request.is("GET", "/networks")) {
      return Answer.of(list(networks));
    }
    return networks.remove(request.part(2)) == null ? Answer.MISSING : Answer.DONE;
  }

  private static String network(String name, String labels) {
    return """
    {"Name":"%s","Id":"%s","Driver":"bridge","Scope":"local","Containers":{},"Labels":%s}\
    """
        .formatted(name, id(name), labels);
  }

  private Answer volumes(Request request) {
    if (request.is("POST", "/volumes/create")) {
      String name = request.string("Name");
      String volume =
          "{\"Name\":\"%s\",\"Driver\":\"local\",\"Mountpoint\":\"/v\",\"Labels\":%s}"
              .formatted(name, request.object("Labels"));
      volumes.put(name, volume);
      return Answer.of(volume);
    }
    if (request.is("GET", "/volumes")) {
      return Answer.of("{\"Volumes\":" + list(volumes) + ",\"Warnings\":null}");
    }
    return volumes.remove(request.part(2)) == null ? Answer.MISSING : Answer.DONE;
  }

  private Answer containers(Request request) {
    if (request.is("POST", "/containers/create")) {
      String name = request.parameter("name");
      containers.put(name, new Container(id(name), name, request.object("Labels"), "created"));
      return Answer.created(id(name));
    }
    if (request.is("GET", "/containers/json")) {
      return Answer.of(
          containers.values().stream()
              .map(PlayedEngine::listed)
              .collect(Collectors.joining(",", "[", "]")));
    }
    String asked = request.part(2);
    return containers.values().stream()
        .filter(container -> container.id().equals(asked) || container.name().equals(asked))
        .findFirst()
        .map(container -> container(container, request))
        .orElse(Answer.MISSING);
  }

  private Answer container(Container container, Request request) {
    if (request.method().equals("GET")) {
      return Answer.of(inspected(container));
    }
    if (request.method().equals("DELETE")) {
      containers.remove(container.name());
      return Answer.DONE;
    }
    if (request.part(3).equals("exec")) {
      return Answer.created("e1");
    }
    switch (request.part(3)) {
      case "start", "restart" -> containers.put(container.name(), container.in("running"));
      case "stop", "kill" -> containers.put(container.name(), container.in("exited"));
      default -> {}
    }
    return Answer.DONE;
  }

  private static String listed(Container container) {
    return """
    {"Id":"%1$s","Names":["/%2$s"],"Image":"training:1","ImageID":"%5$s","Command":"sh",\
    "Created":1767225600,"Ports":[],"Labels":%3$s,"State":"%4$s","Status":"Up 1 second",\
    "HostConfig":{"NetworkMode":"training_default"},"Mounts":[],"NetworkSettings":{"Networks":\
    {"training_default":{"NetworkID":"%6$s","EndpointID":"e"}}}}\
    """
        .formatted(
            container.id(),
            container.name(),
            container.labels(),
            container.state(),
            IMAGE_ID,
            id("training_default"));
  }

  private static String inspected(Container container) {
    return """
    {"Id":"%1$s","Name":"/%2$s","Created":"2026-01-01T00:00:00Z","Image":"%5$s",\
    "State":{"Status":"%4$s","Running":%6$s,"ExitCode":0,"OOMKilled":false,"Error":"","Pid":1,\
    "StartedAt":"2026-01-01T00:00:01Z","FinishedAt":"0001-01-01T00:00:00Z"},"RestartCount":0,\
    "Config":{"Image":"training:1","Tty":false,"Labels":%3$s,\
    "Healthcheck":{"Test":["CMD","true"]}},\
    "HostConfig":{},"Mounts":[],"NetworkSettings":{"Ports":{},"Networks":{}}}\
    """
        .formatted(
            container.id(),
            container.name(),
            container.labels(),
            container.state(),
            IMAGE_ID,
            container.state().equals("running"));
  }

  private static String id(String name) {
    return "%064x".formatted(Integer.toUnsignedLong(name.hashCode()));
  }

  private static String list(Map<String, String> things) {
    return things.values().stream().collect(Collectors.joining(",", "[", "]"));
  }
}
