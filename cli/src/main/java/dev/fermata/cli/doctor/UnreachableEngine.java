package dev.fermata.cli.doctor;

import dev.fermata.cli.doctor.Finding.Area;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An engine that does not answer: why, and where another one may be. */
record UnreachableEngine(Map<String, String> environment) {

  Finding finding(EngineException failure) {
    return new Finding(Area.ENGINE, Finding.Verdict.WRONG, sentence(failure), fixes(failure));
  }

  private static String sentence(EngineException failure) {
    return failure.detail().isEmpty() || failure.getMessage().contains(failure.detail())
        ? failure.getMessage()
        : failure.getMessage() + " (" + failure.detail().strip() + ")";
  }

  private List<String> fixes(EngineException failure) {
    String why = (failure.getMessage() + failure.detail()).toLowerCase(Locale.ROOT);
    if (why.contains("permission denied")) {
      return List.of("sudo usermod -aG docker \"$USER\" && newgrp docker");
    }
    if (failure.kind() == Kind.MISCONFIGURED) {
      return List.of(why.contains("context") ? otherContext() : unset());
    }
    return failure.kind() == Kind.UNREACHABLE ? starts(why) : List.of();
  }

  private String otherContext() {
    return environment.containsKey("DOCKER_CONTEXT")
        ? "unset DOCKER_CONTEXT"
        : "docker context use default";
  }

  private static String unset() {
    return "unset DOCKER_HOST DOCKER_CONTEXT";
  }

  private List<String> starts(String why) {
    List<String> others = sockets().map(path -> "export DOCKER_HOST=unix://" + path).toList();
    if (!others.isEmpty() && why.contains("no such")) {
      return others;
    }
    boolean isMac = System.getProperty("os.name", "").startsWith("Mac");
    return List.of(isMac ? "open -a Docker" : "sudo systemctl start docker");
  }

  /** Where engines of other makers, and those without root, listen. */
  private Stream<String> sockets() {
    Stream<String> below =
        Stream.concat(
            variable("XDG_RUNTIME_DIR").stream()
                .flatMap(run -> Stream.of(run + "/docker.sock", run + "/podman/podman.sock")),
            variable("HOME").stream()
                .flatMap(home ->
                    Stream.of(
                        home + "/.docker/run/docker.sock",
                        home + "/.docker/desktop/docker.sock",
                        home + "/.colima/default/docker.sock",
                        home + "/.orbstack/run/docker.sock",
                        home + "/.rd/docker.sock")));
    Stream<String> ofMachine = Stream.of("/var/run/docker.sock", "/run/podman/podman.sock");
    return Stream.concat(ofMachine, below).filter(LocalMachine::has);
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(text -> !text.isEmpty());
  }
}
