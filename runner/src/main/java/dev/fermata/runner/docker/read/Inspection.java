package dev.fermata.runner.docker.read;

import dev.fermata.planner.observed.ContainerState;
import dev.fermata.runner.docker.json.Json;
import dev.fermata.runner.engine.ContainerContact;
import dev.fermata.runner.engine.ContainerContact.Place;
import dev.fermata.runner.engine.ContainerContact.Published;
import dev.fermata.runner.engine.ContainerDetail;
import dev.fermata.runner.engine.ContainerDetail.Ending;
import dev.fermata.runner.engine.ContainerDetail.HealthDetail;
import dev.fermata.runner.engine.ContainerDetail.HealthState;
import dev.fermata.runner.engine.ContainerDetail.ProbeRun;
import dev.fermata.runner.engine.ContainerDetail.Terminal;
import dev.fermata.runner.engine.HealthcheckDetail;
import dev.fermata.runner.engine.ImageDetail;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A container or an image from close by. */
public final class Inspection {
  /** The engine's own defaults, where neither the file nor the image says anything. */
  private static final HealthcheckDetail DEFAULTS =
      new HealthcheckDetail(
          List.of(),
          Duration.ofSeconds(30),
          Duration.ofSeconds(30),
          3,
          Duration.ZERO,
          Duration.ofSeconds(5));

  private Inspection() {}

  /** {@code told} is when the engine answered, by its own clock, if it says. */
  public static ContainerDetail container(Json item, Optional<Instant> told) {
    Json state = item.at("State");
    Instant started = time(state.text("StartedAt"));
    return new ContainerDetail(
        item.text("Id"),
        item.text("Name").replaceFirst("^/", ""),
        item.at("Config", "Image").text(),
        ContainerState.of(state.text("Status")),
        new Ending(
            state.integer("ExitCode"),
            state.isTrue("OOMKilled"),
            time(state.text("FinishedAt")),
            state.text("Error")),
        started,
        age(started, told),
        item.integer("RestartCount"),
        isRestartable(item.at("HostConfig", "RestartPolicy").text("Name")),
        new Terminal(item.at("Config").isTrue("Tty"), item.at("Config").isTrue("OpenStdin")),
        item.at("Config", "Labels").textMembers(),
        healthcheck(item.at("Config", "Healthcheck"))
            .map(check -> health(state.at("Health"), check)));
  }

  /** Where it can be talked to by TCP; {@code hostGateway} is for one in the host's network. */
  public static ContainerContact contact(Json item, Supplier<String> hostGateway) {
    Json settings = item.at("NetworkSettings");
    String mode = item.at("HostConfig").text("NetworkMode");
    List<Place> places =
        mode.equals("host")
            ? List.of(new Place("127.0.0.1", hostGateway.get()))
            : settings.at("Networks").members().values().stream()
                .flatMap(Inspection::places)
                .toList();
    return new ContainerContact(
        mode,
        places,
        settings.at("Ports").members().entrySet().stream()
            .filter(port -> port.getKey().endsWith("/tcp"))
            .flatMap(port -> published(port.getKey(), port.getValue()))
            .toList());
  }

  private static Stream<Place> places(Json network) {
    return Stream.concat(
        network.at("IPAddress").maybe().stream()
            .map(address -> new Place(address, network.text("Gateway"))),
        network.at("GlobalIPv6Address").maybe().stream()
            .map(address -> new Place(address, network.text("IPv6Gateway"))));
  }

  private static Stream<Published> published(String port, Json bindings) {
    int number = Integer.parseInt(port.substring(0, port.indexOf('/')));
    return bindings.items().stream()
        .filter(binding -> binding.text("HostPort").matches("[0-9]{1,5}"))
        .map(binding ->
            new Published(
                number,
                binding.text("HostIp").replaceFirst("^(0\\.0\\.0\\.0|::)$", ""),
                Integer.parseInt(binding.text("HostPort"))));
  }

  private static Duration age(Instant started, Optional<Instant> told) {
    return told.filter(now -> !started.equals(Instant.EPOCH) && started.isBefore(now))
        .map(now -> Duration.between(started, now))
        .orElse(Duration.ZERO);
  }

  private static boolean isRestartable(String policy) {
    return !policy.isEmpty() && !policy.equals("no");
  }

  public static ImageDetail image(Json item) {
    return new ImageDetail(
        item.text("Id"),
        healthcheck(item.at("Config", "Healthcheck")),
        List.copyOf(item.at("Config", "Volumes").members().keySet()),
        item.texts("RepoTags"),
        item.texts("RepoDigests"));
  }

  private static Optional<HealthcheckDetail> healthcheck(Json check) {
    List<String> test = check.texts("Test");
    if (test.isEmpty() || test.getFirst().isEmpty() || test.getFirst().equals("NONE")) {
      return Optional.empty();
    }
    int retries = check.integer("Retries");
    return Optional.of(
        new HealthcheckDetail(
            test,
            duration(check.at("Interval"), DEFAULTS.interval()),
            duration(check.at("Timeout"), DEFAULTS.timeout()),
            retries > 0 ? retries : DEFAULTS.retries(),
            duration(check.at("StartPeriod"), DEFAULTS.startPeriod()),
            duration(check.at("StartInterval"), DEFAULTS.startInterval())));
  }

  private static Duration duration(Json nanos, Duration otherwise) {
    return nanos.number() > 0 ? Duration.ofNanos(nanos.number()) : otherwise;
  }

  private static HealthDetail health(Json health, HealthcheckDetail check) {
    return new HealthDetail(
        HealthState.of(health.text("Status")),
        check,
        health.at("Log").items().stream().map(Inspection::run).toList());
  }

  private static ProbeRun run(Json run) {
    Instant start = time(run.text("Start"));
    Instant end = time(run.text("End"));
    return new ProbeRun(
        start,
        end.isBefore(start) ? Duration.ZERO : Duration.between(start, end),
        run.integer("ExitCode"),
        run.text("Output"));
  }

  /** The engine writes the year 1 for "never", and an offset where it thinks of one. */
  static Instant time(String text) {
    if (text.isEmpty() || text.startsWith("0001-")) {
      return Instant.EPOCH;
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      return Instant.EPOCH;
    }
  }
}
