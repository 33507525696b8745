package dev.fermata.runner.docker.call;

import dev.fermata.runner.docker.transport.Outgoing;
import java.util.Arrays;
import java.util.regex.Pattern;

/** The calls that an engine may refuse, each known by its request, and what it is to do. */
public enum Call {
  CREATE_CONTAINER("POST", "/containers/create", "create the container"),
  START("POST", "/containers/([^/?]+)/start", "start the container"),
  STOP("POST", "/containers/([^/?]+)/stop", "stop the container"),
  KILL("POST", "/containers/([^/?]+)/kill", "kill the container"),
  PAUSE("POST", "/containers/([^/?]+)/pause", "pause the container"),
  UNPAUSE("POST", "/containers/([^/?]+)/unpause", "let the container go on"),
  RENAME("POST", "/containers/([^/?]+)/rename", "rename the container"),
  ATTACH("POST", "/containers/([^/?]+)/attach", "join the container"),
  RESIZE("POST", "/containers/([^/?]+)/resize", "resize the container's terminal"),
  AWAIT("POST", "/containers/([^/?]+)/wait", "wait for the container"),
  REMOVE_CONTAINER("DELETE", "/containers/([^/?]+)", "remove the container"),
  INSPECT("GET", "/containers/([^/?]+)/json", "look at the container"),
  LOGS("GET", "/containers/([^/?]+)/logs", "read the log of the container"),
  TOP("GET", "/containers/([^/?]+)/top", "list the processes of the container"),
  STATS("GET", "/containers/([^/?]+)/stats", "measure the container"),
  STAT("HEAD", "/containers/([^/?]+)/archive", "look at files of the container"),
  GET_FILES("GET", "/containers/([^/?]+)/archive", "read files of the container"),
  EXPORT("GET", "/containers/([^/?]+)/export", "read the files of the container"),
  COMMIT("POST", "/commit", "make an image of the container"),
  PUT_FILES("PUT", "/containers/([^/?]+)/archive", "write files into the container"),
  EXEC("POST", "/containers/([^/?]+)/exec", "run a command in the container"),
  BEGIN_EXEC("POST", "/exec/([^/?]+)/start", "run a command in the container"),
  INSPECT_EXEC("GET", "/exec/([^/?]+)/json", "look at a command in the container"),
  CREATE_NETWORK("POST", "/networks/create", "create the network"),
  REMOVE_NETWORK("DELETE", "/networks/([^/?]+)", "remove the network"),
  CONNECT("POST", "/networks/([^/?]+)/connect", "connect the container to its network"),
  DISCONNECT("POST", "/networks/([^/?]+)/disconnect", "disconnect the container from a network"),
  CREATE_VOLUME("POST", "/volumes/create", "create the volume"),
  REMOVE_VOLUME("DELETE", "/volumes/([^/?]+)", "remove the volume"),
  PULL("POST", "/images/create", "pull the image"),
  PUSH("POST", "/images/([^?]+)/push", "push the image"),
  DISTRIBUTION("GET", "/distribution/([^?]+)/json", "ask the registry for the image"),
  BUILD("POST", "/build", "build the image"),
  INSPECT_IMAGE("GET", "/images/([^?]+)/json", "look at the image"),
  REMOVE_IMAGE("DELETE", "/images/([^?]+)", "remove the image"),
  EVENTS("GET", "/events", "follow the engine's events"),
  OTHER("", "", "do that");

  private final String method;
  private final Pattern path;
  private final String task;

  Call(String method, String path, String task) {
    this.method = method;
    this.path = Pattern.compile("(?:/v[0-9.]+)?" + path + "(?:\\?.*)?");
    this.task = task;
  }

  static Call of(Outgoing request) {
    return Arrays.stream(values()).filter(call -> call.is(request)).findFirst().orElse(OTHER);
  }

  private boolean is(Outgoing request) {
    return method.equals(request.method()) && path.matcher(request.path()).matches();
  }

  /** With what it is about, where the request's path does not say that. */
  public CallSubject about(String subject) {
    return new CallSubject(this, subject);
  }

  Pattern path() {
    return path;
  }

  /** What it is to do, in words: {@code start the container}. */
  String task() {
    return task;
  }
}
