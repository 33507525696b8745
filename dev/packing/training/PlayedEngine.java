package dev.fermata.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * Plays the part of an engine for a training run: it remembers what is created, and every container
 * that is started runs and is healthy. Knows just what those runs ask.
 */
final class PlayedEngine {
  private static final String IMAGE =
      """
      {"Id":"sha256:%1$064d","RepoTags":["training:1"],"RepoDigests":["training@sha256:%1$064d"],\
      "Created":"2026-01-01T00:00:00Z","Architecture":"amd64","Os":"linux","Size":1,\
      "Labels":null,"Config":{"Cmd":["sh"],"Labels":null,"Env":[],"ExposedPorts":null,"Volumes":null}}\
      """
          .formatted(1);

  private record Container(String id, String name, String body, String state) {}

  private record Request(String method, String path, String query, String body) {
    boolean is(String wantedMethod, String pattern) {
      return method.equals(wantedMethod) && path.matches(pattern);
    }

    String part(int index) {
      return path.split("/", -1)[index];
    }

    String parameter(String name) {
      for (String pair : query.split("&", -1)) {
        if (pair.startsWith(name + "=")) {
          return pair.substring(name.length() + 1);
        }
      }
      return "";
    }
  }

  private final Map<String, Container> containers = new TreeMap<>();
  private final Map<String, String> networks = new TreeMap<>();
  private final Map<String, String> volumes = new TreeMap<>();

  static void listen(Path socket) throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    var engine = new PlayedEngine();
    daemon(() -> {
      while (true) {
        SocketChannel client = server.accept();
        daemon(() -> engine.serve(client));
      }
    });
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void daemon(Work work) {
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try {
            work.run();
          } catch (IOException e) {
            // The client has gone, as it does at the end of each command.
          }
        });
  }

  private void serve(SocketChannel client) throws IOException {
    try (client;
        InputStream in = new BufferedInputStream(Channels.newInputStream(client));
        OutputStream out = Channels.newOutputStream(client)) {
      for (String line = line(in); !line.isEmpty(); line = line(in)) {
        Request request = request(line, in);
        if (request.is("GET", "/events")) {
          write(
              out,
              "HTTP/1.1 200 OK\r\n"
                  + "Content-Type: application/json\r\n"
                  + "Transfer-Encoding: chunked\r\n\r\n");
          LockSupport.park();
        }
        if (request.is("POST", "/exec/.*/start")) {
          write(
              out,
              "HTTP/1.1 101 UPGRADED\r\n"
                  + "Content-Type: application/vnd.docker.raw-stream\r\n"
                  + "Connection: Upgrade\r\n"
                  + "Upgrade: tcp\r\n\r\n");
          return;
        }
        answer(request, out);
      }
    }
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  private static Request request(String line, InputStream in) throws IOException {
    int length = 0;
    boolean chunked = false;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      String lower = header.toLowerCase(java.util.Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(15).strip());
      }
      chunked |= lower.equals("transfer-encoding: chunked");
    }
    String body = chunked ? chunks(in) : text(in, length);
    String[] words = line.split(" ", -1);
    String[] target = words[1].replaceFirst("^/v[0-9.]+", "").split("\\?", 2);
    return new Request(words[0], target[0], target.length > 1 ? target[1] : "", body);
  }

  private static String chunks(InputStream in) throws IOException {
    var body = new StringBuilder();
    for (int size = Integer.parseInt(line(in), 16);
        size > 0;
        size = Integer.parseInt(line(in), 16)) {
      body.append(text(in, size));
      line(in);
    }
    line(in);
    return body.toString();
  }

  private static String text(InputStream in, int length) throws IOException {
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private synchronized void answer(Request request, OutputStream out) throws IOException {
    String body = body(request);
    String status =
        body.isEmpty()
            ? "204 No Content"
            : request.method().equals("POST") ? "201 Created" : "200 OK";
    if (body.startsWith("404")) {
      status = "404 Not Found";
      body = "{\"message\":\"no such thing: " + request.path() + "\"}";
    }
    String length = body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n";
    String type = request.path().equals("/_ping") ? "text/plain" : "application/json";
    String head =
        "HTTP/1.1 "
            + status
            + "\r\nApi-Version: 1.41\r\nOstype: linux\r\nContent-Type: "
            + type
            + "\r\n"
            + length
            + "\r\n";
    write(out, head + (request.method().equals("HEAD") ? "" : body));
  }

  private String body(Request request) {
    String path = request.path();
    if (path.equals("/_ping")) {
      return "OK";
    }
    if (path.equals("/version")) {
      return "{\"Version\":\"20.10.24\",\"ApiVersion\":\"1.41\",\"MinAPIVersion\":\"1.12\",\"Os\":\"linux\",\"Arch\":\"amd64\"}";
    }
    if (path.equals("/info")) {
      return "{\"ServerVersion\":\"20.10.24\",\"OSType\":\"linux\",\"Architecture\":\"x86_64\",\"NCPU\":2,\"Driver\":\"overlay2\"}";
    }
    if (path.equals("/images/json")) {
      return "[" + IMAGE + "]";
    }
    if (path.startsWith("/images/")) {
      return IMAGE;
    }
    if (path.startsWith("/networks")) {
      return networks(request);
    }
    if (path.startsWith("/volumes")) {
      return volumes(request);
    }
    if (request.is("POST", "/containers/[^/]+/exec")) {
      return "{\"Id\":\"e1\"}";
    }
    if (path.startsWith("/exec/")) {
      return "{\"ID\":\"e1\",\"Running\":false,\"ExitCode\":0}";
    }
    return containers(request);
  }

  private String networks(Request request) {
    if (request.is("POST", "/networks/create")) {
      String name = string(request.body(), "Name");
      networks.put(name, network(name, request.body()));
      return "{\"Id\":\"" + id(name) + "\",\"Warning\":\"\"}";
    }
    if (request.is("GET", "/networks")) {
      return list(networks);
    }
    if (request.method().equals("DELETE")) {
      networks
          .keySet()
          .removeIf(name -> name.equals(request.part(2)) || id(name).equals(request.part(2)));
    }
    return request.method().equals("GET") ? networks.getOrDefault(request.part(2), "404") : "";
  }

  private static String network(String name, String body) {
    return "{\"Name\":\"%s\",\"Id\":\"%s\",\"Driver\":\"bridge\",\"Scope\":\"local\",\"Containers\":{},\"Labels\":%s}"
        .formatted(name, id(name), object(body, "Labels"));
  }

  private String volumes(Request request) {
    if (request.is("POST", "/volumes/create")) {
      String name = string(request.body(), "Name");
      String labels = object(request.body(), "Labels");
      String volume =
          "{\"Name\":\"%s\",\"Driver\":\"local\",\"Mountpoint\":\"/v\",\"Scope\":\"local\",\"Labels\":%s}"
              .formatted(name, labels);
      volumes.put(name, volume);
      return volume;
    }
    if (request.is("GET", "/volumes")) {
      return "{\"Volumes\":" + list(volumes) + ",\"Warnings\":null}";
    }
    if (request.method().equals("DELETE")) {
      volumes.remove(request.part(2));
      return "";
    }
    return volumes.getOrDefault(request.part(2), "404");
  }

  private String containers(Request request) {
    if (request.is("POST", "/containers/create")) {
      String name = request.parameter("name");
      containers.put(name, new Container(id(name), name, request.body(), "created"));
      return "{\"Id\":\"" + id(name) + "\",\"Warnings\":[]}";
    }
    if (request.is("GET", "/containers/json")) {
      return containers.values().stream()
          .map(PlayedEngine::listed)
          .collect(Collectors.joining(",", "[", "]"));
    }
    String key = request.part(2);
    Container found =
        containers.values().stream()
            .filter(c -> c.id().equals(key) || c.name().equals(key))
            .findFirst()
            .orElse(null);
    if (found == null) {
      return "404";
    }
    if (request.method().equals("DELETE")) {
      containers.remove(found.name());
      return "";
    }
    if (request.method().equals("GET")) {
      return inspected(found);
    }
    String verb = request.part(3);
    String state =
        verb.matches("start|restart")
            ? "running"
            : verb.matches("stop|kill") ? "exited" : found.state();
    containers.put(found.name(), new Container(found.id(), found.name(), found.body(), state));
    return "";
  }

  private static String listed(Container c) {
    return """
    {"Id":"%1$s","Names":["/%2$s"],"Image":"training:1","ImageID":"sha256:%3$s","Command":"sh",\
    "Created":1767225600,"Ports":[],"Labels":%4$s,"State":"%5$s","Status":"Up 1 second (healthy)",\
    "HostConfig":{"NetworkMode":"training_default"},"Mounts":[],"NetworkSettings":{"Networks":\
    {"training_default":{"NetworkID":"%6$s","EndpointID":"e"}}}}\
    """
        .formatted(
            c.id(),
            c.name(),
            "%064d".formatted(1),
            object(c.body(), "Labels"),
            c.state(),
            id("training_default"));
  }

  private static String inspected(Container c) {
    return """
    {"Id":"%1$s","Name":"/%2$s","Created":"2026-01-01T00:00:00Z","Image":"sha256:%3$s","RestartCount":0,\
    "State":{"Status":"%5$s","Running":%6$s,"ExitCode":0,"OOMKilled":false,"Error":"","Pid":1,\
    "StartedAt":"2026-01-01T00:00:01Z","FinishedAt":"0001-01-01T00:00:00Z"},\
    "Config":{"Image":"training:1","Tty":false,"Labels":%4$s,"Healthcheck":{"Test":["CMD","true"]}},\
    "HostConfig":{},"Mounts":[],"NetworkSettings":{"Ports":{},"Networks":{}}}\
    """
        .formatted(
            c.id(),
            c.name(),
            "%064d".formatted(1),
            object(c.body(), "Labels"),
            c.state(),
            c.state().equals("running"));
  }

  private static String id(String name) {
    return "%064x".formatted(Integer.toUnsignedLong(name.hashCode()));
  }

  private static String list(Map<String, String> things) {
    return things.values().stream().collect(Collectors.joining(",", "[", "]"));
  }

  /** The string under a key of a JSON text, as the program writes it. */
  private static String string(String json, String key) {
    int at = json.indexOf("\"" + key + "\":\"") + key.length() + 4;
    return json.substring(at, json.indexOf('"', at));
  }

  /** The first object under a key. Values with braces are balanced in what these runs send. */
  private static String object(String json, String key) {
    int at = json.indexOf("\"" + key + "\":{");
    if (at < 0) {
      return "{}";
    }
    int start = at + key.length() + 3;
    int depth = 0;
    for (int i = start; i < json.length(); i++) {
      depth += json.charAt(i) == '{' ? 1 : json.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return json.substring(start, i + 1);
      }
    }
    throw new IllegalArgumentException(json);
  }
}
