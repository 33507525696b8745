package dev.fermata.runner.docker.create;

import dev.fermata.model.Health;
import dev.fermata.model.Metadata;
import dev.fermata.model.Process;
import dev.fermata.model.Value;
import dev.fermata.runner.docker.json.JsonObject;
import dev.fermata.runner.docker.location.ApiVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What runs, how it is watched and how it is described. */
final class ProcessRows {
  static final ApiVersion SINCE_UMASK = new ApiVersion(1, 56);

  static final List<Row> ROWS =
      List.of(
          Row.of("hostname", "Hostname", c -> c.spec().networking().hostname()),
          Row.of("domainname", "Domainname", c -> c.spec().networking().domainName()),
          Row.of("user", "User", c -> process(c).user()),
          Row.of("tty", "Tty", c -> process(c).tty()),
          Row.of("stdin_open", "OpenStdin", c -> process(c).stdinOpen()),
          Row.of("environment", "Env", ProcessRows::environment),
          Row.of("command", "Cmd", c -> process(c).command()),
          Row.of("entrypoint", "Entrypoint", c -> process(c).entrypoint()),
          Row.of("healthcheck", "Healthcheck", c -> health(c)),
          Row.of("image", "Image", c -> c.spec().image().text()),
          Row.of("working_dir", "WorkingDir", c -> process(c).workingDirectory()),
          Row.of("labels", "Labels", c -> JsonObject.of(c.spec().labels())),
          Row.of("stop_signal", "StopSignal", c -> c.spec().running().stopSignal()),
          Row.of(
              "stop_grace_period",
              "StopTimeout",
              c -> c.spec().running().stopGracePeriod().map(ProcessRows::wholeSeconds)),
          Row.of("annotations", "HostConfig.Annotations", c -> annotations(c)).since(1, 43),
          Row.of("logging", "HostConfig.LogConfig", ProcessRows::logging),
          Row.of("restart", "HostConfig.RestartPolicy", ProcessRows::restart),
          Row.of("init", "HostConfig.Init", c -> process(c).init()),
          Row.of("runtime", "HostConfig.Runtime", c -> c.spec().running().runtime()),
          Row.of("umask", "HostConfig.Umask", c -> process(c).umask()).since(SINCE_UMASK),
          Row.of("isolation", "HostConfig.Isolation", c -> c.spec().running().isolation()));

  private ProcessRows() {}

  private static Process process(Creation creation) {
    return creation.spec().process();
  }

  private static List<String> environment(Creation creation) {
    var own = process(creation).environment();
    var variables = new ArrayList<String>();
    creation.proxies().entrySet().stream()
        .filter(proxy -> !own.containsKey(proxy.getKey()))
        .forEach(proxy -> variables.add(proxy.getKey() + "=" + proxy.getValue()));
    own.forEach((name, value) -> variables.add(variable(name, value)));
    return variables;
  }

  /** A name alone takes the image's variable away. */
  private static String variable(String name, Optional<Value> value) {
    return value.map(text -> name + "=" + text.reveal()).orElse(name);
  }

  /**
   * What is absent is the image's. An engine before API 1.44 drops the start interval; it is no
   * reason to refuse a file, since a gate runs the check by itself.
   */
  private static Object health(Creation creation) {
    Optional<Health> health = creation.spec().health();
    return health.map(check ->
        new JsonObject()
            .put("Test", check.test())
            .put("Interval", check.interval().map(Duration::toNanos))
            .put("Timeout", check.timeout().map(Duration::toNanos))
            .put("StartPeriod", check.startPeriod().map(Duration::toNanos))
            .put(
                "StartInterval",
                check
                    .startInterval()
                    .filter(interval -> creation.speaks(1, 44))
                    .map(Duration::toNanos))
            .put("Retries", check.retries()));
  }

  /** The engine counts in seconds; what is shorter must not become "at once". */
  private static long wholeSeconds(Duration grace) {
    return grace.plusNanos(999_999_999).toSeconds();
  }

  private static Object annotations(Creation creation) {
    return JsonObject.of(creation.spec().description().annotations());
  }

  private static Object logging(Creation creation) {
    Optional<Metadata.Logging> logging = creation.spec().description().logging();
    return logging.map(
        it -> new JsonObject().put("Type", it.driver()).put("Config", JsonObject.of(it.options())));
  }

  private static Object restart(Creation creation) {
    return creation
        .spec()
        .running()
        .restart()
        .map(policy ->
            new JsonObject()
                .put("Name", policy.condition().text())
                .put(
                    "MaximumRetryCount",
                    Optional.of(policy.maxRetries()).filter(count -> count > 0)));
  }
}
